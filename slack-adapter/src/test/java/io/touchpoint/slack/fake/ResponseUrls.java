package io.touchpoint.slack.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The addresses that the app may answer to: five times within thirty minutes. */
final class ResponseUrls {

    private static final Duration LIFE = Duration.ofMinutes(30);

    private static final int USES = 5;

    private final Workspace workspace;

    private final ChatMethods chat;

    private final Supplier<String> root;

    private final Map<String, Issued> issued = new ConcurrentHashMap<>();

    private record Issued(String channel, String person, @Nullable String message, Instant at, int uses) {

        Issued used() {
            return new Issued(channel, person, message, at, uses + 1);
        }

    }

    ResponseUrls(Workspace workspace, ChatMethods chat, Supplier<String> root) {
        this.workspace = workspace;
        this.chat = chat;
        this.root = root;
    }

    /**
     * A new address.
     * @param message the timestamp of the message that was pressed on; null for none
     */
    String issue(String channel, String person, @Nullable String message) {
        String id = workspace.id("R");
        issued.put(id, new Issued(channel, person, message, workspace.now(), 0));
        return root.get() + "/actions/" + workspace.company().team() + "/" + id;
    }

    @Nullable String channel(String id) {
        Issued url = issued.get(id);
        return (url == null) ? null : url.channel();
    }

    ObjectNode take(String id, Arguments arguments) {
        Issued url = issued.get(id);
        if (url == null) {
            throw Refused.with("invalid_url");
        }
        if (url.uses() >= USES) {
            throw Refused.with("used_url");
        }
        if (Duration.between(url.at(), workspace.now()).compareTo(LIFE) > 0) {
            throw Refused.with("expired_url");
        }
        issued.put(id, url.used());
        say(url.channel(), url.person(), url.message(), arguments);
        return Json.ok();
    }

    private void say(String channel, String person, @Nullable String message, Arguments arguments) {
        Optional<Post> original = (message == null) ? Optional.empty() : workspace.post(channel, message);
        if (arguments.flag("delete_original")) {
            original.ifPresent((post) -> workspace.keep(post.removed()));
            return;
        }
        if (original.isPresent() && arguments.flag("replace_original")) {
            ChatMethods.Content content = chat.content(arguments, original);
            workspace.keep(original.get()
                .changed(content.text(), content.blocks(), original.get().metadata(), workspace.now()));
            return;
        }
        answer(channel, person, arguments);
    }

    /**
     * A new message in answer to what a person did: for that person alone, unless said
     * otherwise.
     */
    Post answer(String channel, String person, Arguments arguments) {
        ChatMethods.Content content = chat.content(arguments, Optional.empty());
        boolean open = arguments.text("response_type").equals("in_channel");
        return workspace.write(channel, workspace.company().botUser(), content.text(), content.blocks(), null,
                arguments.textOrNull("thread_ts"), open ? null : person);
    }

}
