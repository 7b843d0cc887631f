package io.touchpoint.teams.fake;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The app's actions on messages: what the app is told of them and of their dialogs. */
final class MessageActions {

    private final World world;

    private final Map<String, ObjectNode> chosen = new ConcurrentHashMap<>();

    MessageActions(World world) {
        this.world = world;
    }

    /** What the app is told when somebody chooses an action. */
    ObjectNode chooses(Post post, String command) {
        ObjectNode value = Json.object().put("commandId", command).put("commandContext", "message");
        value.putObject("context").put("theme", "default");
        ObjectNode message = value.putObject("messagePayload").put("id", post.activityId());
        if (post.thread() == null) {
            message.putNull("replyToId");
        }
        else {
            message.put("replyToId", post.thread());
        }
        message.put("createdDateTime", post.at().toString())
            .putNull("lastModifiedDateTime")
            .put("deleted", false)
            .put("importance", "normal")
            .put("locale", "en-us")
            .put("linkToMessage", "https://teams.microsoft.com/l/message/" + post.place() + "/" + post.activityId());
        ObjectNode from = message.putObject("from").putNull("device").putNull("conversation");
        Person writer = world.person(post.from()).orElse(null);
        if (writer == null) {
            from.putNull("user")
                .putObject("application")
                .put("applicationIdentityType", "bot")
                .put("id", post.from())
                .put("displayName", "Touchpoint");
        }
        else {
            from.putNull("application")
                .putObject("user")
                .put("userIdentityType", "aadUser")
                .put("id", writer.aadObjectId())
                .put("displayName", writer.name());
        }
        message.putObject("body").put("contentType", "html").put("content", "<p>" + post.text() + "</p>");
        message.putArray("attachments");
        message.putArray("mentions");
        message.putArray("reactions");
        return value;
    }

    /** The dialog that the app answered with. */
    void opened(@Nullable Dialog dialog, ObjectNode value) {
        if (dialog != null) {
            chosen.put(dialog.id(), value);
        }
    }

    /** What the app is told when such a dialog is sent; empty for another dialog. */
    Optional<ObjectNode> sends(String dialog, ObjectNode data) {
        return Optional.ofNullable(chosen.get(dialog)).map((value) -> {
            ObjectNode sent = Json.copy(value);
            sent.set("data", data);
            return sent;
        });
    }

}
