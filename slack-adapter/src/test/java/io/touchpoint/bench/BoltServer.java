package io.touchpoint.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.slack.api.Slack;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.builtin.RequestVerification;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * Bolt for Java in a servlet, as its own servlet does it, with a listener that stores
 * each press and what {@code --bench.writes} asks for besides.
 */
public final class BoltServer {

    private BoltServer() {
    }

    public static void main(String[] arguments) {
        Child.endWithWhoStartedIt();
        SpringApplication application = new SpringApplication(Door.class);
        application.setBannerMode(Banner.Mode.OFF);
        System.out.println(
                Server.READY + application.run(arguments).getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Registers the servlet; it bears no stereotype, so that nobody finds it. */
    @EnableAutoConfiguration
    static class Door {

        @Bean
        static ServletRegistrationBean<BoltServlet> bolt(MongoClient client, @Value("${spring.mongodb.uri}") String uri,
                @Value("${bench.secret}") String secret, @Value("${bench.mode}") Mode mode,
                @Value("${bench.writes}") int writes) {
            String name = uri.substring(uri.lastIndexOf('/') + 1).replaceFirst("\\?.*", "");
            AppConfig config = AppConfig.builder().signingSecret(secret).build();
            App app = new App(config, Slack.getInstance(), List
                .of(new RequestVerification(new SlackSignature.Verifier(new SlackSignature.Generator(secret)))));
            Store store = new Store(client.getDatabase(name), mode, writes);
            app.blockAction(Pattern.compile(".*"), (press, context) -> {
                store.keep(press);
                return context.ack();
            });
            return new ServletRegistrationBean<>(new BoltServlet(app), "/slack/events");
        }

    }

    /** What the listener does. */
    private static final class Store {

        private final MongoCollection<Document> presses;

        private final MongoCollection<Document> effects;

        private final int more;

        Store(MongoDatabase database, Mode mode, int writes) {
            this.presses = database.getCollection("presses");
            this.effects = database.getCollection("effects");
            this.more = (mode == Mode.INLINE) ? writes - 1 : 0;
        }

        void keep(BlockActionRequest press) {
            String id = press.getPayload().getUser().getId() + "|"
                    + press.getPayload().getActions().getFirst().getActionTs();
            presses.insertOne(
                    new Document("_id", id).append("body", press.getRequestBodyAsString()).append("at", new Date()));
            for (int i = 1; i <= more; i++) {
                effects.insertOne(new Document("_id", id + "|" + i).append("at", new Date()));
            }
        }

    }

    /** Hands requests to Bolt. */
    private static final class BoltServlet extends HttpServlet {

        private final transient App app;

        private final transient SlackRequestParser parser;

        BoltServlet(App app) {
            this.app = app;
            this.parser = new SlackRequestParser(app.config());
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            Map<String, List<String>> headers = new HashMap<>();
            Collections.list(request.getHeaderNames())
                .forEach((name) -> headers.put(name, Collections.list(request.getHeaders(name))));
            String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Request<?> parsed = parser.parse(SlackRequestParser.HttpRequest.builder()
                .requestUri(request.getRequestURI())
                .queryString(Map.of())
                .headers(new RequestHeaders(headers))
                .requestBody(body)
                .remoteAddress(request.getRemoteAddr())
                .build());
            try {
                Response answer = app.run(parsed);
                response.setStatus(answer.getStatusCode());
            }
            catch (Exception ex) {
                throw new ServletException(ex);
            }
        }

    }

}
