package io.touchpoint.slack;

import com.google.gson.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a request of Slack says about itself, read without trusting any of it: enough to
 * store it, to know it again when it is delivered again, and to answer it in turn.
 *
 * @param kind what sort of request it is
 * @param team the workspace where the app is installed; empty when that is not said
 * @param key the same for each delivery of one thing that happened
 * @param payload its content; empty when it cannot be read
 */
record Arrival(Kind kind, String team, String key, JsonObject payload) {

    /** The sorts of requests. */
    enum Kind {

        EVENT, ACTIONS, SUBMISSION, CLOSED, SHORTCUT, COMMAND, URL_VERIFICATION, SSL_CHECK, OTHER, UNREADABLE;

        /** Whether the person waits for what the answer says. */
        boolean inTurn() {
            return this == SUBMISSION || this == COMMAND;
        }

        /** Whether nobody does anything about it. */
        boolean idle() {
            return this == CLOSED || this == OTHER;
        }

        /** Whether it is a check of Slack's that has no effect. */
        boolean check() {
            return this == URL_VERIFICATION || this == SSL_CHECK;
        }

    }

    /** Reads a body, whatever it is. */
    static Arrival of(String body) {
        JsonObject payload = payload(body);
        Kind kind = kind(payload);
        String team = team(payload);
        String key = switch (kind) {
            case EVENT -> event(payload);
            case ACTIONS -> actions(payload);
            case SUBMISSION, SHORTCUT, COMMAND ->
                Json.found(payload, "trigger_id").map((id) -> "trigger:" + id).orElse("");
            case CLOSED, URL_VERIFICATION, SSL_CHECK, OTHER, UNREADABLE -> "";
        };
        return new Arrival(kind, team, key.isEmpty() || key.length() > 300 ? "body:" + digest(body) : key, payload);
    }

    /** The id under which it is stored. */
    String id() {
        return SlackMessenger.PLATFORM + "|" + (team.isEmpty() ? "?" : team) + "|" + key;
    }

    /**
     * Why nobody can make sense of it, before anything else looks at it; empty when
     * somebody may.
     */
    Optional<String> broken() {
        return switch (kind) {
            case UNREADABLE -> Optional.of("unreadable");
            case ACTIONS -> Json.objects(payload, "actions").isEmpty() ? Optional.of("actions_missing") : userMissing();
            case SUBMISSION -> Forms.key(payload).isEmpty() ? Optional.of("form_missing") : userMissing();
            case SHORTCUT -> userMissing();
            case COMMAND -> (Json.text(payload, "user_id") == null || Json.text(payload, "channel_id") == null)
                    ? Optional.of("command_incomplete") : Optional.empty();
            case EVENT -> Json.at(payload, "event").isEmpty() ? Optional.of("event_missing") : Optional.empty();
            case CLOSED, URL_VERIFICATION, SSL_CHECK, OTHER -> Optional.empty();
        };
    }

    private Optional<String> userMissing() {
        return (Json.text(Json.at(payload, "user"), "id") == null) ? Optional.of("user_missing") : Optional.empty();
    }

    private static JsonObject payload(String body) {
        String trimmed = body.stripLeading();
        if (trimmed.startsWith("{")) {
            return Json.read(trimmed).orElseGet(JsonObject::new);
        }
        JsonObject form = new JsonObject();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.addProperty(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        Optional<String> payload = Json.found(form, "payload");
        return payload.isPresent() ? Json.read(payload.get()).orElseGet(JsonObject::new) : form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8).strip();
        }
        catch (IllegalArgumentException ex) {
            return "";
        }
    }

    private static Kind kind(JsonObject payload) {
        if (payload.isEmpty()) {
            return Kind.UNREADABLE;
        }
        String type = Json.text(payload, "type");
        if (type == null) {
            if (Json.text(payload, "command") != null) {
                return Kind.COMMAND;
            }
            return "1".equals(Json.text(payload, "ssl_check")) ? Kind.SSL_CHECK : Kind.UNREADABLE;
        }
        return switch (type) {
            case "event_callback" -> Kind.EVENT;
            case "block_actions" -> Kind.ACTIONS;
            case "view_submission" -> Kind.SUBMISSION;
            case "view_closed" -> Kind.CLOSED;
            case "shortcut", "message_action" -> Kind.SHORTCUT;
            case "url_verification" -> Kind.URL_VERIFICATION;
            default -> Kind.OTHER;
        };
    }

    /** The installing workspace: never the person's own. */
    private static String team(JsonObject payload) {
        String team = Json.objects(payload, "authorizations")
            .stream()
            .flatMap((one) -> Json.found(one, "team_id").stream())
            .findFirst()
            .or(() -> Json.found(Json.at(payload, "view"), "app_installed_team_id"))
            .or(() -> Json.found(Json.at(payload, "team"), "id"))
            .or(() -> Json.found(payload, "team_id"))
            .orElse("");
        return team.matches("[A-Z0-9]{1,30}") ? team : "";
    }

    private static String event(JsonObject payload) {
        JsonObject event = Json.at(payload, "event");
        String type = Json.found(event, "type").orElse("");
        Optional<String> user = Json.found(event, "user");
        if ("message".equals(type) && user.isPresent() && Json.text(event, "client_msg_id") != null) {
            return "said:" + user.get() + ":" + Json.text(event, "client_msg_id");
        }
        if ("message".equals(type) && user.isPresent() && Json.text(event, "subtype") == null
                && Json.text(event, "ts") != null) {
            return "said:" + Json.text(event, "channel") + ":" + Json.text(event, "ts");
        }
        return Json.found(payload, "event_id").map((id) -> "event:" + id).orElse("");
    }

    private static String actions(JsonObject payload) {
        List<JsonObject> actions = Json.objects(payload, "actions");
        Optional<String> user = Json.found(Json.at(payload, "user"), "id");
        if (actions.isEmpty() || user.isEmpty()
                || actions.stream().anyMatch((action) -> Json.text(action, "action_ts") == null)) {
            return "";
        }
        return "press:" + user.get()
                + actions.stream()
                    .map((action) -> ":" + Json.text(action, "action_id") + "@" + Json.text(action, "action_ts"))
                    .collect(Collectors.joining());
    }

    /** The SHA-256 of a text in hexadecimal digits. */
    static String digest(String body) {
        try {
            return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
