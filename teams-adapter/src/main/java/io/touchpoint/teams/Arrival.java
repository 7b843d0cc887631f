package io.touchpoint.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an activity says about itself: enough to check who sent it, to store it, and to
 * know it again when it is delivered again.
 *
 * @param activity the activity, as it came
 */
record Arrival(Kind kind, ObjectNode activity) {

    /** The sorts of activities. */
    enum Kind {

        MESSAGE, EDITED, WITHDRAWN, REACTION, CONVERSATION, INSTALLATION, EXECUTE, FETCH, DIALOG, FEEDBACK,
        MESSAGE_ACTION, MESSAGE_DIALOG, OTHER_INVOKE, OTHER;

        /** Whether somebody waits for what the answer says. */
        boolean invoke() {
            return switch (this) {
                case EXECUTE, FETCH, DIALOG, FEEDBACK, MESSAGE_ACTION, MESSAGE_DIALOG, OTHER_INVOKE -> true;
                case MESSAGE, EDITED, WITHDRAWN, REACTION, CONVERSATION, INSTALLATION, OTHER -> false;
            };
        }

        /**
         * Whether it tells nothing of where the bot is: people choose actions on messages
         * of any conversation of theirs.
         */
        boolean anywhere() {
            return this == MESSAGE_ACTION || this == MESSAGE_DIALOG;
        }

    }

    static Arrival of(ObjectNode activity) {
        return new Arrival(kind(activity), activity);
    }

    private static Kind kind(ObjectNode activity) {
        return switch (Json2.found(activity, "type").orElse("")) {
            case "message" -> Kind.MESSAGE;
            case "messageUpdate" -> Kind.EDITED;
            case "messageDelete" -> Kind.WITHDRAWN;
            case "messageReaction" -> Kind.REACTION;
            case "conversationUpdate" -> Kind.CONVERSATION;
            case "installationUpdate" -> Kind.INSTALLATION;
            case "invoke" -> switch (Json2.found(activity, "name").orElse("")) {
                case "adaptiveCard/action" -> Kind.EXECUTE;
                case "task/fetch" -> Kind.FETCH;
                case "task/submit" -> Kind.DIALOG;
                case "message/submitAction" -> Kind.FEEDBACK;
                case "composeExtension/fetchTask" -> Kind.MESSAGE_ACTION;
                case "composeExtension/submitAction" -> Kind.MESSAGE_DIALOG;
                default -> Kind.OTHER_INVOKE;
            };
            default -> Kind.OTHER;
        };
    }

    /** Whether it has what every activity has. */
    boolean complete() {
        return Json2.text(activity, "type") != null && !conversation().isEmpty();
    }

    String conversation() {
        return Json2.found(activity.path("conversation"), "id").orElse("");
    }

    String tenant() {
        return Json2.found(activity.path("channelData").path("tenant"), "id")
            .or(() -> Json2.found(activity.path("conversation"), "tenantId"))
            .orElse("");
    }

    @Nullable String serviceUrl() {
        return Json2.text(activity, "serviceUrl");
    }

    @Nullable String channel() {
        return Json2.text(activity, "channelId");
    }

    JsonNode value() {
        return activity.path("value");
    }

    /**
     * The same for each delivery of one thing that happened. A change of a message has
     * the message's own id, so its time tells it from others.
     */
    String key() {
        Optional<String> id = Json2.found(activity, "id");
        if (id.isEmpty() || id.get().length() > 200) {
            return "body:" + digest(Json2.write(activity));
        }
        return switch (kind) {
            case MESSAGE -> id.get();
            case EDITED, WITHDRAWN, REACTION, CONVERSATION, INSTALLATION, EXECUTE, FETCH, DIALOG, FEEDBACK,
                    MESSAGE_ACTION, MESSAGE_DIALOG, OTHER_INVOKE, OTHER ->
                id.get() + ":" + Json2.found(activity, "type").orElse("") + ":"
                        + Json2.found(activity, "timestamp").orElse("");
        };
    }

    /** The id under which it is stored. */
    String id() {
        return stored(key());
    }

    /** The id under which the message is stored that it is, changes or removes. */
    String ofMessage() {
        return stored(Json2.found(activity, "id").orElse(""));
    }

    private String stored(String key) {
        return TeamsMessenger.PLATFORM + "|" + tenant() + "|" + digest(conversation()).substring(0, 32) + "|" + key;
    }

    /** The SHA-256 of a text in hexadecimal digits. */
    static String digest(String text) {
        try {
            return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
