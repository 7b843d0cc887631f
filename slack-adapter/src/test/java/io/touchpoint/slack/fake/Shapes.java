package io.touchpoint.slack.fake;

import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How Slack writes messages, people, channels and views in its answers and payloads. */
final class Shapes {

    private final Workspace workspace;

    Shapes(Workspace workspace) {
        this.workspace = workspace;
    }

    ObjectNode message(Post post, boolean withMetadata) {
        Company company = workspace.company();
        ObjectNode message = Json.object().put("type", "message").put("user", post.from()).put("ts", post.ts());
        if (post.from().equals(company.botUser())) {
            message.put("bot_id", company.bot()).put("app_id", company.app());
        }
        message.put("team", workspace.person(post.from()).map(Person::team).orElse(company.team()));
        message.put("text", post.text());
        if (!post.blocks().isEmpty()) {
            message.set("blocks", post.blocks().deepCopy());
        }
        if (!post.files().isEmpty()) {
            message.set("files", post.files().deepCopy());
        }
        if (post.threadTs() != null) {
            message.put("thread_ts", post.threadTs());
        }
        if (post.edited() != null) {
            message.putObject("edited").put("user", post.from()).put("ts", post.edited().getEpochSecond() + ".000000");
        }
        if (withMetadata && post.metadata() != null) {
            message.set("metadata", post.metadata().deepCopy());
        }
        return message;
    }

    /** A message with the numbers of its thread, when it has one. */
    ObjectNode parent(Post post, boolean withMetadata) {
        ObjectNode message = message(post, withMetadata);
        List<Post> replies = replies(post);
        if (!replies.isEmpty()) {
            message.put("thread_ts", post.ts())
                .put("reply_count", replies.size())
                .put("latest_reply", replies.getLast().ts());
        }
        return message;
    }

    List<Post> replies(Post parent) {
        return workspace.posts(parent.channel())
            .stream()
            .filter((post) -> parent.ts().equals(post.threadTs()) && !post.deleted() && post.visibleTo() == null)
            .toList();
    }

    ObjectNode person(Person person, boolean withLocale) {
        ObjectNode user = Json.object()
            .put("id", person.id())
            .put("team_id", person.team())
            .put("name", person.name())
            .put("deleted", person.is(Person.Trait.DELETED));
        if (!person.is(Person.Trait.DELETED)) {
            user.put("real_name", person.realName())
                .put("tz", person.zone().getId())
                .put("tz_label", person.zone().getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .put("tz_offset", person.zone().getRules().getOffset(workspace.now()).getTotalSeconds());
        }
        ObjectNode profile = user.putObject("profile")
            .put("real_name", person.realName())
            .put("display_name", person.name())
            .put("team", person.team());
        if (person.email() != null && workspace.company().scopes().contains("users:read.email")) {
            profile.put("email", person.email());
        }
        boolean external = workspace.external(person);
        user.put("is_admin", person.is(Person.Trait.ADMIN))
            .put("is_owner", false)
            .put("is_restricted", person.is(Person.Trait.GUEST))
            .put("is_ultra_restricted", false)
            .put("is_bot", person.is(Person.Trait.BOT))
            .put("is_app_user", false);
        if (external) {
            user.put("is_stranger", person.is(Person.Trait.STRANGER));
        }
        if (withLocale && !external) {
            user.put("locale", person.locale().toLanguageTag());
        }
        return user;
    }

    ObjectNode channel(Channel channel) {
        ObjectNode shape = Json.object().put("id", channel.id()).put("created", 1_700_000_000);
        if (channel.direct()) {
            return shape.put("is_im", true)
                .put("is_archived", channel.archived())
                .put("is_org_shared", false)
                .put("user", workspace.partner(channel).map(Person::id).orElse(""));
        }
        boolean closed = channel.kind() == Channel.Kind.PRIVATE;
        return shape.put("name", channel.name())
            .put("is_channel", !closed)
            .put("is_group", closed)
            .put("is_im", false)
            .put("is_mpim", false)
            .put("is_private", closed)
            .put("is_archived", channel.archived())
            .put("is_general", false)
            .put("is_shared", channel.shared())
            .put("is_ext_shared", channel.shared())
            .put("is_pending_ext_shared", false)
            .put("is_org_shared", false)
            .put("is_member", workspace.botIsIn(channel))
            .put("context_team_id", workspace.company().team());
    }

    ObjectNode view(View view) {
        Company company = workspace.company();
        ObjectNode shape = Json.copy(view.content());
        shape.put("id", view.id())
            .put("team_id", company.team())
            .put("hash", view.hash())
            .put("root_view_id", view.root())
            .put("previous_view_id", view.previous())
            .put("app_id", company.app())
            .put("app_installed_team_id", company.team())
            .put("bot_id", company.bot());
        shape.putObject("state").set("values", view.state().deepCopy());
        return shape;
    }

    /** The {@code user} of an interactive payload. */
    ObjectNode actor(Person person) {
        return Json.object()
            .put("id", person.id())
            .put("username", person.name())
            .put("name", person.name())
            .put("team_id", person.team());
    }

    /** The {@code team} of an interactive payload: the installing one. */
    ObjectNode team() {
        return Json.object().put("id", workspace.company().team()).put("domain", "home");
    }

    ObjectNode place(@Nullable Channel channel) {
        ObjectNode place = Json.object();
        if (channel != null) {
            place.put("id", channel.id()).put("name", channel.direct() ? "directmessage" : channel.name());
        }
        return place;
    }

}
