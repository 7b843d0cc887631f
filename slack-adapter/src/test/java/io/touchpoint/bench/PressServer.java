package io.touchpoint.bench;

import io.touchpoint.SlackAdapter;
import io.touchpoint.heartbeat.DueWork;
import io.touchpoint.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The application as it is delivered, told by {@code --bench.mode} when to do what
 * follows from a request.
 */
public final class PressServer {

    private PressServer() {
    }

    public static void main(String[] arguments) {
        Child.endWithWhoStartedIt();
        SpringApplication application = new SpringApplication(SlackAdapter.class, Doors.class);
        application.setBannerMode(Banner.Mode.OFF);
        System.out.println(
                Server.READY + application.run(arguments).getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** What it is told from outside; it bears no stereotype, so that nobody finds it. */
    static class Doors {

        @Bean
        static Executor jobs(@Value("${bench.mode}") Mode mode) {
            return switch (mode) {
                case ACKNOWLEDGED -> (_) -> {
                };
                case INLINE -> Runnable::run;
                case ASIDE -> (job) -> Thread.ofVirtual().name("request").start(job);
            };
        }

        @Bean
        RouterFunction<ServerResponse> settling(List<DueWork> works, Clock clock) {
            return RouterFunctions.route().POST("/bench/settle", (_) -> {
                Instant now = clock.instant();
                works.stream().filter((work) -> !(work instanceof Outbox)).forEach((work) -> {
                    while (work.runDue(now) > 0) {
                        Thread.onSpinWait();
                    }
                });
                return ServerResponse.ok().build();
            }).build();
        }

    }

}
