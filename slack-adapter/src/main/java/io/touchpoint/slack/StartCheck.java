package io.touchpoint.slack;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Stops the start when a secret or the database is not named: there is no insecure mode.
 */
@Component
final class StartCheck implements BeanFactoryPostProcessor {

    /** The name of the bean that Spring Boot makes of {@code spring.mongodb.uri}. */
    private static final String FROM_PROPERTIES = "mongoConnectionDetails";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        boolean database = List.of(factory.getBeanNamesForType(MongoConnectionDetails.class, true, false))
            .stream()
            .anyMatch((name) -> !name.equals(FROM_PROPERTIES));
        List<String> missing = missing(factory.getBean(Environment.class), database);
        if (!missing.isEmpty()) {
            throw new MissingSettings(missing);
        }
    }

    /**
     * A sentence for each setting that is missing or blank.
     * @param database whether the database is given by other means
     */
    static List<String> missing(Environment environment, boolean database) {
        List<String> sentences = new ArrayList<>();
        if (blank(environment.getProperty("touchpoint.slack.signing-secrets"))
                && blank(environment.getProperty("touchpoint.slack.signing-secrets[0]"))) {
            sentences.add("SLACK_SIGNING_SECRET is missing: copy it from your Slack app, "
                    + "Basic Information, App Credentials, Signing Secret.");
        }
        if (blank(environment.getProperty("touchpoint.slack.bot-token"))) {
            sentences.add("SLACK_BOT_TOKEN is missing: copy it from your Slack app, OAuth & Permissions, "
                    + "Bot User OAuth Token (xoxb-...).");
        }
        if (blank(environment.getProperty("touchpoint.events.secret"))) {
            sentences.add("TOUCHPOINT_EVENT_SECRET is missing: choose a long random secret "
                    + "with which your systems sign the events that they send.");
        }
        if (!database && blank(environment.getProperty("spring.mongodb.uri"))) {
            sentences.add("MONGODB_URI is missing: name the database, "
                    + "such as mongodb://user:password@host/touchpoint?w=majority&journal=true&timeoutMS=2000.");
        }
        return sentences;
    }

    private static boolean blank(@Nullable String value) {
        return value == null || value.isBlank();
    }

}
