package io.touchpoint.kill;

import io.touchpoint.SlackAdapter;
import io.touchpoint.feedback.Response;
import io.touchpoint.feedback.Responses;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.sandbox.Apart;
import io.touchpoint.sandbox.Northwind;
import io.touchpoint.survey.Scale;
import io.touchpoint.survey.Surveys;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The application as it is delivered, in a process of its own that can be made to stop at
 * a point and be killed there.
 */
public final class Mortal {

    /** What is printed before the port at which it tells how it is. */
    static final String WATCHED = "is watched at port ";

    /** What is printed before the port once it takes requests. */
    static final String READY = "takes requests at port ";

    /**
     * The property that names the file of a {@link KeptClock}, or says {@link #SYSTEM}:
     * with it the heart beats by itself, without it the clock is the sandbox's and is
     * moved from outside.
     */
    static final String CLOCK = "kill.clock";

    /** Leaves the application the clock that it has when it is delivered. */
    static final String SYSTEM = "system";

    /** What is there where the application was built to start fast. */
    private static final String PREPARED = "io.touchpoint.SlackAdapter__ApplicationContextInitializer";

    private static final List<Integer> SCORES = List.of(1, 2, 2, 4, 5, 5, 4, 5);

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private Mortal() {
    }

    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().start(Mortal::dieWithWhoStartedIt);
        Environment environment = application(List.of(arguments)).run(arguments).getEnvironment();
        System.out.println(WATCHED + environment.getProperty("local.management.port", ""));
        System.out.println(READY + environment.getRequiredProperty("local.server.port"));
    }

    private static SpringApplication application(List<String> arguments) {
        SpringApplication application = new SpringApplication(SlackAdapter.class);
        application.setMainApplicationClass(SlackAdapter.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.addInitializers(Mortal::openDoors);
        if (arguments.stream().noneMatch((argument) -> argument.startsWith("--" + CLOCK))) {
            application.addInitializers(new Apart());
        }
        if (ClassUtils.isPresent(PREPARED, null)) {
            System.setProperty(AotDetector.AOT_ENABLED, "true");
        }
        return application;
    }

    private static void dieWithWhoStartedIt() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
            Runtime.getRuntime().halt(0);
        }
        catch (IOException ex) {
            Runtime.getRuntime().halt(1);
        }
    }

    /** What the process is told from outside, and the clock that it is given. */
    private static void openDoors(ConfigurableApplicationContext application) {
        GenericApplicationContext context = (GenericApplicationContext) application;
        String clock = application.getEnvironment().getProperty(CLOCK, SYSTEM);
        if (!clock.equals(SYSTEM)) {
            context.registerBean("keptClock", KeptClock.class, () -> new KeptClock(Path.of(clock)));
        }
        context.registerBean("held", Held.class, Held::new);
        context.registerBean("listening", MongoClientSettingsBuilderCustomizer.class,
                () -> (settings) -> settings.addCommandListener(context.getBean(Held.class)));
        context.registerBean("doors", RouterFunction.class,
                () -> RouterFunctions.route()
                    .POST("/test/hold", (request) -> hold(request, context.getBean(Held.class)))
                    .POST("/test/exhaust", (_) -> exhaust())
                    .POST("/test/earlier", (_) -> earlier(context))
                    .build());
    }

    private static ServerResponse hold(ServerRequest request, Held held) {
        held.at(request.param("collection").orElseThrow(), request.param("command").orElse(""),
                Integer.parseInt(request.param("nth").orElseThrow()),
                Boolean.parseBoolean(request.param("before").orElseThrow()));
        return ServerResponse.ok().build();
    }

    /** Takes memory until there is none. */
    private static ServerResponse exhaust() {
        return ServerResponse.ok().body(Stream.generate(() -> new byte[1_000_000]).toList().size());
    }

    /** Lets some customers have answered already, so that there is something to rank. */
    private static ServerResponse earlier(BeanFactory beans) {
        Touchpoint delivery = beans.getBean(JourneyMaps.class)
            .current(Northwind.WORKSPACE)
            .touchpoint("delivery")
            .orElseThrow();
        Scale scale = beans.getBean(Surveys.class).get(Northwind.WORKSPACE, delivery.survey()).scale();
        Instant now = beans.getBean(Clock.class).instant();
        for (int i = 0; i < 3 * SCORES.size(); i++) {
            beans.getBean(Responses.class).record(answer(delivery, scale, i, now.minusSeconds(60L * (i + 1))), now);
        }
        return ServerResponse.ok().build();
    }

    private static Response answer(Touchpoint touchpoint, Scale scale, int number, Instant at) {
        String conversation = "%s|order:e%d|%s".formatted(Northwind.WORKSPACE, number, touchpoint.key());
        return new Response(conversation + "|rating", Northwind.WORKSPACE, conversation,
                Northwind.WORKSPACE + "|customer|e" + number, null, touchpoint.key(), touchpoint.stage(),
                touchpoint.team(), "slack", scale, LocalDate.ofInstant(at, ZONE), SCORES.get(number % SCORES.size()),
                List.of(), List.of(), "online order", at, null, null, null, null, List.of());
    }

}
