package io.touchpoint.kill;

import io.touchpoint.SlackAdapter;
import io.touchpoint.feedback.Response;
import io.touchpoint.feedback.Responses;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.sandbox.ApartConfiguration;
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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
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

    private Mortal() {
    }

    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().start(Mortal::dieWithWhoStartedIt);
        SpringApplication application = new SpringApplication(SlackAdapter.class, time(List.of(arguments)),
                Doors.class);
        application.setBannerMode(Banner.Mode.OFF);
        Environment environment = application.run(arguments).getEnvironment();
        System.out.println(WATCHED + environment.getProperty("local.management.port", ""));
        System.out.println(READY + environment.getRequiredProperty("local.server.port"));
    }

    private static Class<?> time(List<String> arguments) {
        if (arguments.contains("--" + CLOCK + "=" + SYSTEM)) {
            return SlackAdapter.class;
        }
        boolean beats = arguments.stream().anyMatch((argument) -> argument.startsWith("--" + CLOCK));
        return beats ? Beating.class : ApartConfiguration.class;
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

    /** The clock of a process whose heart beats by itself. */
    static class Beating {

        @Bean
        static KeptClock keptClock(@Value("${" + CLOCK + "}") Path file) {
            return new KeptClock(file);
        }

    }

    /** What the process is told from outside. */
    static class Doors {

        private static final List<Integer> SCORES = List.of(1, 2, 2, 4, 5, 5, 4, 5);

        private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

        @Bean
        static Held held() {
            return new Held();
        }

        @Bean
        static MongoClientSettingsBuilderCustomizer listening(Held held) {
            return (settings) -> settings.addCommandListener(held);
        }

        @Bean
        RouterFunction<ServerResponse> holding(Held held) {
            return RouterFunctions.route().POST("/test/hold", (request) -> {
                held.at(request.param("collection").orElseThrow(), request.param("command").orElse(""),
                        Integer.parseInt(request.param("nth").orElseThrow()),
                        Boolean.parseBoolean(request.param("before").orElseThrow()));
                return ServerResponse.ok().build();
            }).build();
        }

        /** Takes memory until there is none. */
        @Bean
        RouterFunction<ServerResponse> exhausting() {
            return RouterFunctions.route()
                .POST("/test/exhaust",
                        (_) -> ServerResponse.ok().body(Stream.generate(() -> new byte[1_000_000]).toList().size()))
                .build();
        }

        /**
         * Lets some customers have answered already, so that there is something to rank.
         */
        @Bean
        RouterFunction<ServerResponse> earlier(Clock clock, Responses responses, JourneyMaps maps, Surveys surveys) {
            return RouterFunctions.route().POST("/test/earlier", (_) -> {
                Touchpoint delivery = maps.current(Northwind.WORKSPACE).touchpoint("delivery").orElseThrow();
                Scale scale = surveys.get(Northwind.WORKSPACE, delivery.survey()).scale();
                Instant now = clock.instant();
                for (int i = 0; i < 3 * SCORES.size(); i++) {
                    responses.record(answer(delivery, scale, i, now.minusSeconds(60L * (i + 1))), now);
                }
                return ServerResponse.ok().build();
            }).build();
        }

        private static Response answer(Touchpoint touchpoint, Scale scale, int number, Instant at) {
            String conversation = "%s|order:e%d|%s".formatted(Northwind.WORKSPACE, number, touchpoint.key());
            return new Response(conversation + "|rating", Northwind.WORKSPACE, conversation,
                    Northwind.WORKSPACE + "|customer|e" + number, null, touchpoint.key(), touchpoint.stage(),
                    touchpoint.team(), "slack", scale, LocalDate.ofInstant(at, ZONE),
                    SCORES.get(number % SCORES.size()), List.of(), List.of(), "online order", at, null, null, null,
                    null, List.of());
        }

    }

}
