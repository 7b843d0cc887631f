package io.touchpoint.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class AdmissionTests {

    private final Admission admission = new Admission();

    private MockHttpServletResponse last = new MockHttpServletResponse();

    private MockHttpServletResponse send(FilterChain chain) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        admission.doFilter(new MockHttpServletRequest("POST", "/slack/events"), response, chain);
        return response;
    }

    /** One more request comes in while {@code inside} others are being answered. */
    private void whileAnswering(int inside) throws Exception {
        send((_, _) -> {
            try {
                if (inside > 1) {
                    whileAnswering(inside - 1);
                }
                else {
                    last = send((_, response) -> ((MockHttpServletResponse) response).setStatus(200));
                }
            }
            catch (IOException | ServletException ex) {
                throw ex;
            }
            catch (Exception ex) {
                throw new IllegalStateException(ex);
            }
        });
    }

    @Test
    void letsInAsManyAsCanBeAnsweredAtOnce() throws Exception {
        whileAnswering(Admission.AT_ONCE - 1);
        assertThat(last.getStatus()).isEqualTo(200);
    }

    @Test
    void tellsTheNextOneToComeAgain() throws Exception {
        whileAnswering(Admission.AT_ONCE);
        assertThat(last.getStatus()).isEqualTo(503);
        assertThat(last.getHeader("Retry-After")).isEqualTo("1");
        assertThat(send((_, _) -> {
        }).getStatus()).as("when there is room again").isEqualTo(200);
    }

    @Test
    void keepsThePlaceOfNoRequestThatFailed() throws Exception {
        for (int i = 0; i <= Admission.AT_ONCE; i++) {
            assertThatExceptionOfType(ServletException.class).isThrownBy(() -> send((_, _) -> {
                throw new ServletException("broken");
            }));
        }
        whileAnswering(1);
        assertThat(last.getStatus()).isEqualTo(200);
    }

}
