package io.touchpoint.sandbox;

import io.touchpoint.heartbeat.DueWork;
import io.touchpoint.heartbeat.Heartbeat;
import java.time.Instant;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What lets the application run on the sandbox's clock while its platform lives in
 * another process: {@code POST /test/settle?to=…} moves the clock through every moment at
 * which something is due, and answers when nothing more is.
 */
public final class Apart implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        context.registerBean("sandboxClock", SandboxClock.class,
                () -> new SandboxClock(context.getBean(MongoOperations.class), Northwind.START));
        context.registerBean("jobs", Jobs.class, Jobs::new);
        context.registerBean("sandbox", Sandbox.class,
                () -> new Sandbox(new StillPlatform(), context.getBean(SandboxClock.class),
                        context.getBean(Heartbeat.class),
                        context.getBeanProvider(DueWork.class).orderedStream().toList(), context.getBean(Jobs.class)));
        context.registerBean("settling", RouterFunction.class,
                () -> RouterFunctions.route()
                    .POST("/test/settle",
                            (request) -> ServerResponse.ok()
                                .body(context.getBean(Sandbox.class)
                                    .moveTo(Instant.parse(request.param("to").orElseThrow()))
                                    .toString()))
                    .build());
    }

}
