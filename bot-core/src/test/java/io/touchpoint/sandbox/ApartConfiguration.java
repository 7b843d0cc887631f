package io.touchpoint.sandbox;

import io.touchpoint.heartbeat.DueWork;
import io.touchpoint.heartbeat.Heartbeat;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What lets the application run on the sandbox's clock while its platform lives in
 * another process: {@code POST /test/settle?to=…} moves the clock through every moment at
 * which something is due, and answers when nothing more is. It bears no stereotype, so
 * that it is only there where it is asked for by name.
 */
public class ApartConfiguration {

    @Bean
    static SandboxClock sandboxClock(MongoOperations mongo) {
        return new SandboxClock(mongo, Northwind.START);
    }

    @Bean(destroyMethod = "close")
    static Jobs jobs() {
        return new Jobs();
    }

    @Bean(destroyMethod = "close")
    Sandbox sandbox(SandboxClock clock, Heartbeat heartbeat, List<DueWork> works, Jobs jobs) {
        return new Sandbox(new StillPlatform(), clock, heartbeat, works, jobs);
    }

    @Bean
    RouterFunction<ServerResponse> settling(Sandbox sandbox) {
        return RouterFunctions.route()
            .POST("/test/settle",
                    (request) -> ServerResponse.ok()
                        .body(sandbox.moveTo(Instant.parse(request.param("to").orElseThrow())).toString()))
            .build();
    }

}
