package io.touchpoint.application;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Lets in no more requests at once than can be answered in time: the others are told at
 * once to come again, before anything of them is read. What is let in without a bound is
 * answered too late, all of it, and fills the memory.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Admission implements Filter {

    static final int AT_ONCE = 100;

    private final Semaphore places = new Semaphore(AT_ONCE);

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!places.tryAcquire()) {
            turnAway((HttpServletResponse) response);
            return;
        }
        try {
            chain.doFilter(request, response);
        }
        finally {
            places.release();
        }
    }

    private static void turnAway(HttpServletResponse response) {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        response.setContentLength(0);
    }

}
