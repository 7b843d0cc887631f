package io.touchpoint.slack.fake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The methods {@code chat.*}: messages are written, changed and removed. */
final class ChatMethods {

    private static final int LONGEST_TEXT = 40_000;

    private static final int LARGEST_METADATA = 16_000;

    private final Workspace workspace;

    private final Places places;

    private final Shapes shapes;

    ChatMethods(Workspace workspace, Places places, Shapes shapes) {
        this.workspace = workspace;
        this.places = places;
        this.shapes = shapes;
    }

    List<Method> all() {
        return List.of(new Method("chat.postMessage", "chat:write", Method.SPECIAL, this::post),
                new Method("chat.update", "chat:write", Method.TIER_3, this::update),
                new Method("chat.delete", "chat:write", Method.TIER_3, this::delete),
                new Method("chat.postEphemeral", "chat:write", Method.TIER_4, this::whisper));
    }

    private ObjectNode post(Arguments arguments) {
        Channel channel = places.toWrite(arguments.text("channel"));
        Content content = content(arguments, Optional.empty());
        ObjectNode metadata = metadata(arguments);
        String thread = thread(channel, arguments.textOrNull("thread_ts"));
        Post post = workspace.write(channel.id(), workspace.company().botUser(), content.text(), content.blocks(),
                metadata, thread, null);
        ObjectNode answer = Json.ok().put("channel", channel.id()).put("ts", post.ts());
        answer.set("message", shapes.message(post, true));
        return content.warned(answer);
    }

    private ObjectNode update(Arguments arguments) {
        Post post = own(arguments, "cant_update_message");
        Content content = content(arguments, Optional.of(post));
        ObjectNode metadata = arguments.has("metadata") ? metadata(arguments) : post.metadata();
        Post changed = post.changed(content.text(), content.blocks(), metadata, workspace.now());
        workspace.keep(changed);
        ObjectNode answer = Json.ok().put("channel", post.channel()).put("ts", post.ts()).put("text", changed.text());
        answer.set("message", shapes.message(changed, true));
        return content.warned(answer);
    }

    private ObjectNode delete(Arguments arguments) {
        Post post = own(arguments, "cant_delete_message");
        workspace.keep(post.removed());
        return Json.ok().put("channel", post.channel()).put("ts", post.ts());
    }

    private ObjectNode whisper(Arguments arguments) {
        Channel channel = places.toWrite(arguments.text("channel"));
        String person = arguments.required("user");
        if (!channel.members().contains(person)) {
            throw Refused.with("user_not_in_channel");
        }
        Content content = content(arguments, Optional.empty());
        Post post = workspace.write(channel.id(), workspace.company().botUser(), content.text(), content.blocks(), null,
                thread(channel, arguments.textOrNull("thread_ts")), person);
        return content.warned(Json.ok().put("message_ts", post.ts()));
    }

    private Post own(Arguments arguments, String refusal) {
        Channel channel = workspace.channel(arguments.text("channel"))
            .orElseThrow(() -> Refused.with("channel_not_found"));
        Post post = workspace.post(channel.id(), arguments.required("ts"))
            .filter((standing) -> !standing.deleted() && standing.visibleTo() == null)
            .orElseThrow(() -> Refused.with("message_not_found"));
        if (!post.from().equals(workspace.company().botUser())) {
            throw Refused.with(refusal);
        }
        if (channel.archived()) {
            throw Refused.with("is_archived");
        }
        return post;
    }

    private @Nullable String thread(Channel channel, @Nullable String ts) {
        if (ts == null) {
            return null;
        }
        Post parent = workspace.post(channel.id(), ts)
            .filter((post) -> post.visibleTo() == null)
            .orElseThrow(() -> Refused.with("cannot_reply_to_message"));
        return (parent.threadTs() == null) ? ts : parent.threadTs();
    }

    /** The text and the blocks of a message, checked. */
    record Content(String text, ArrayNode blocks, boolean cut) {

        ObjectNode warned(ObjectNode answer) {
            return cut ? answer.put("warning", "message_truncated") : answer;
        }

    }

    /**
     * Reads what is to be said.
     * @param before the message that is changed: it keeps its blocks where none are given
     */
    Content content(Arguments arguments, Optional<Post> before) {
        JsonNode given = arguments.json("blocks", "invalid_blocks_format");
        if (given != null && !given.isArray()) {
            throw Refused.with("invalid_blocks_format");
        }
        ArrayNode kept = before.map(Post::blocks).filter((_) -> given == null).orElseGet(Json::array);
        ArrayNode blocks = (given instanceof ArrayNode list && !list.isEmpty()) ? checked(list) : kept;
        String text = arguments.text("text");
        if (text.isEmpty() && blocks.isEmpty()) {
            throw Refused.with("no_text");
        }
        if (text.isEmpty() && before.isPresent()) {
            text = before.get().text();
        }
        boolean cut = text.length() > LONGEST_TEXT;
        return new Content(cut ? text.substring(0, LONGEST_TEXT) : text, blocks, cut);
    }

    private ArrayNode checked(ArrayNode list) {
        List<String> wrong = BlockKit.message(list);
        if (!wrong.isEmpty()) {
            throw Refused.with("invalid_blocks", wrong);
        }
        if (list.toString().getBytes(StandardCharsets.UTF_8).length > BlockKit.LARGEST_MESSAGE) {
            throw Refused.with("msg_blocks_too_long");
        }
        return BlockKit.named(list, workspace);
    }

    private @Nullable ObjectNode metadata(Arguments arguments) {
        JsonNode given = arguments.json("metadata", "invalid_metadata_format");
        if (given == null) {
            return null;
        }
        if (!(given instanceof ObjectNode metadata) || metadata.path("event_type").asString("").isEmpty()
                || !metadata.path("event_payload").isObject()) {
            throw Refused.with("invalid_metadata_format");
        }
        if (metadata.toString().length() > LARGEST_METADATA) {
            throw Refused.with("metadata_too_large");
        }
        return metadata;
    }

}
