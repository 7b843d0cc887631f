package io.touchpoint.slack;

import com.google.gson.JsonObject;
import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Form;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.PlainText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells the person who acted what the product answers, in turn or after it. */
@Component
class Answering {

    private static final Logger log = LoggerFactory.getLogger(Answering.class);

    private final SlackWeb web;

    Answering(SlackWeb web) {
        this.web = web;
    }

    /**
     * The answer to a command as the body of the acknowledgement; empty for an empty one.
     */
    Optional<Map<String, Object>> toCommand(Answer answer, Origin origin) {
        return switch (answer) {
            case Answer.Shown(Message message) -> Optional.of(message(message, origin, "ephemeral", null));
            case Answer.Confided(Message message) -> Optional.of(message(message, origin, "ephemeral", null));
            case Answer.Replaced(Message message) -> Optional.of(message(message, origin, "ephemeral", null));
            case Answer.Wrong(var fields) -> Optional.of(message(sentences(fields), origin, "ephemeral", null));
            case Answer.Nothing _ -> Optional.empty();
            case Answer.Opened _, Answer.Home _ -> {
                after(answer, origin);
                yield Optional.empty();
            }
        };
    }

    /**
     * The answer to a form that was sent as the body of the acknowledgement; empty for
     * one that closes the form.
     * @param keys the fields of the form
     */
    Optional<Map<String, Object>> toForm(Answer answer, Origin origin, Set<String> keys) {
        String tenant = origin.person().tenant();
        return switch (answer) {
            case Answer.Nothing _ -> Optional.empty();
            case Answer.Wrong(var fields) ->
                Optional.of(Json.object("response_action", "errors", "errors", errors(fields, keys)));
            case Answer.Opened(Form form) ->
                Optional.of(Json.object("response_action", "update", "view", Views.modal(form, tenant)));
            case Answer.Shown(Message message) -> Optional
                .of(Json.object("response_action", "update", "view", Views.shown(message, tenant, origin.token())));
            case Answer.Confided(Message message) -> Optional
                .of(Json.object("response_action", "update", "view", Views.shown(message, tenant, origin.token())));
            case Answer.Replaced _, Answer.Home _ -> {
                after(answer, origin);
                yield Optional.empty();
            }
        };
    }

    /** Slack refuses an error about a field that the form does not have. */
    private static Map<String, String> errors(Map<String, String> fields, Set<String> keys) {
        Map<String, String> known = fields.entrySet()
            .stream()
            .filter((field) -> keys.contains(field.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, (field) -> PlainText.cut(field.getValue(), 2000)));
        if (!known.isEmpty() || keys.isEmpty()) {
            return known;
        }
        return Map.of(keys.iterator().next(), PlainText.cut(String.join(" ", fields.values()), 2000));
    }

    /** Answers after the acknowledgement. */
    void after(Answer answer, Origin origin) {
        switch (answer) {
            case Answer.Nothing _ -> {
            }
            case Answer.Shown(Message message) -> show(message, origin);
            case Answer.Confided(Message message) -> confide(message, origin);
            case Answer.Wrong(var fields) -> show(sentences(fields), origin);
            case Answer.Opened(Form form) -> open(Views.modal(form, origin.person().tenant()), origin);
            case Answer.Replaced(Message message) -> replace(message, origin);
            case Answer.Home(Message message) -> told(web.call(SlackMethod.PUBLISH_VIEW, Json.object("user_id",
                    origin.person().id(), "view", Views.home(message, origin.person().tenant(), Origin.HOME))));
        }
    }

    private void open(Map<String, Object> view, Origin origin) {
        if (origin.inForm()) {
            told(web.call(SlackMethod.UPDATE_VIEW, Json.object("view_id", origin.view(), "view", view)));
        }
        else if (origin.triggerId() != null) {
            told(web.call(SlackMethod.OPEN_VIEW, Json.object("trigger_id", origin.triggerId(), "view", view)));
        }
    }

    private void show(Message message, Origin origin) {
        String url = origin.responseUrl();
        String channel = origin.channel();
        if (origin.inForm() && origin.view() != null) {
            open(Views.shown(message, origin.person().tenant(), origin.token()), origin);
        }
        else if (url != null && web.respond(url, message(message, origin, "ephemeral", false)) instanceof Reply.Done) {
            return;
        }
        else if (channel != null && !channel.startsWith("D")) {
            told(web.call(SlackMethod.POST_EPHEMERAL, posted(message, origin, channel, origin.person().id())));
        }
        else {
            told(web.call(SlackMethod.POST,
                    posted(message, origin, (channel != null) ? channel : origin.person().id(), null)));
        }
    }

    /**
     * Slack keeps no message that is shown in passing; what cannot be shown now is tried
     * again.
     */
    private void confide(Message message, Origin origin) {
        String url = origin.responseUrl();
        if (url != null && web.respond(url, message(message, origin, "ephemeral", false)) instanceof Reply.Done) {
            return;
        }
        String channel = origin.channel();
        if (channel == null || !(web.call(SlackMethod.POST_EPHEMERAL,
                posted(message, origin, channel, origin.person().id())) instanceof Reply.Done)) {
            throw new IllegalStateException("Slack does not show now what is shown only once");
        }
    }

    private void replace(Message message, Origin origin) {
        String url = origin.responseUrl();
        if (url != null && web.respond(url, message(message, origin, null, true)) instanceof Reply.Done) {
            return;
        }
        if (origin.channel() != null && origin.message() != null && !origin.ephemeral()) {
            Map<String, Object> parameters = message(message, origin, null, null);
            parameters.put("channel", origin.channel());
            parameters.put("ts", origin.message());
            parameters.put("metadata", SlackMessenger.metadata(origin.token()));
            told(web.call(SlackMethod.UPDATE, parameters));
        }
    }

    private static Map<String, Object> posted(Message message, Origin origin, String channel,
            @Nullable String onlyFor) {
        Map<String, Object> parameters = message(message, origin, null, null);
        parameters.put("channel", channel);
        if (onlyFor != null) {
            parameters.put("user", onlyFor);
        }
        if (origin.thread() != null) {
            parameters.put("thread_ts", origin.thread());
        }
        return parameters;
    }

    private static Map<String, Object> message(Message message, Origin origin, @Nullable String type,
            @Nullable Boolean replace) {
        String blocks = Fitted.json(message.blocks(),
                (parts) -> Rendering.blocks(parts, origin.person().tenant(), origin.token()));
        return Json.object("response_type", type, "replace_original", replace, "text", Rendering.text(message),
                "blocks", Json.tree(blocks), "link_names", false, "parse", "none", "unfurl_links", false,
                "unfurl_media", false);
    }

    private static Message sentences(Map<String, String> fields) {
        return Message.text(String.join("\n", List.copyOf(fields.values())));
    }

    private static void told(Reply reply) {
        switch (reply) {
            case Reply.Done(JsonObject _) -> {
            }
            case Reply.Failed(String error) -> log.warn("An answer could not be shown: {}", error);
            case Reply.Limited _ -> log.warn("An answer could not be shown: ratelimited");
            case Reply.NotSent(String reason) -> log.warn("An answer could not be shown: {}", reason);
            case Reply.Lost(String reason) -> log.warn("An answer may not have been shown: {}", reason);
        }
    }

}
