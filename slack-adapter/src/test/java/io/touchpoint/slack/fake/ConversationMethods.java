package io.touchpoint.slack.fake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The methods {@code conversations.*}: channels and what stands in them. */
final class ConversationMethods {

    private static final int STRICT_MOST = 15;

    private final Workspace workspace;

    private final Places places;

    private final Shapes shapes;

    ConversationMethods(Workspace workspace, Places places, Shapes shapes) {
        this.workspace = workspace;
        this.places = places;
        this.shapes = shapes;
    }

    List<Method> all() {
        return List.of(new Method("conversations.open", "im:write", Method.TIER_3, this::open),
                new Method("conversations.info", "", Method.TIER_3, this::about),
                new Method("conversations.history", "", Method.TIER_3, this::history),
                new Method("conversations.replies", "", Method.TIER_3, this::replies),
                new Method("conversations.members", "", Method.TIER_4, this::members),
                new Method("conversations.list", "", Method.TIER_2, this::list));
    }

    private ObjectNode open(Arguments arguments) {
        Channel channel;
        if (arguments.has("channel")) {
            channel = workspace.channel(arguments.text("channel"))
                .filter(Channel::direct)
                .orElseThrow(() -> Refused.with("channel_not_found"));
        }
        else {
            channel = chat(arguments);
        }
        ObjectNode answer = Json.ok();
        answer.set("channel",
                arguments.flag("return_im") ? shapes.channel(channel) : Json.object().put("id", channel.id()));
        return answer;
    }

    private Channel chat(Arguments arguments) {
        if (!arguments.has("users")) {
            throw Refused.with("users_list_not_supplied");
        }
        JsonNode users = arguments.all().path("users");
        String named = users.isArray() ? users.path(0).asString("") : users.asString("");
        if (users.size() > 1 || named.contains(",")) {
            throw Refused.missingScope("mpim:write", places.provided());
        }
        Person person = workspace.person(named).orElseThrow(() -> Refused.with("user_not_found"));
        return places.chat(person, "user_not_visible");
    }

    private ObjectNode about(Arguments arguments) {
        Channel channel = places.toSee(arguments.required("channel"));
        places.scope(channel, "read");
        ObjectNode shape = shapes.channel(channel);
        if (arguments.flag("include_num_members")) {
            shape.put("num_members", channel.members().size());
        }
        ObjectNode answer = Json.ok();
        answer.set("channel", shape);
        return answer;
    }

    private ObjectNode history(Arguments arguments) {
        Channel channel = places.toSee(arguments.required("channel"));
        places.scope(channel, "history");
        places.member(channel);
        List<Post> posts = window(arguments,
                workspace.posts(channel.id())
                    .stream()
                    .filter((post) -> !post.deleted() && post.visibleTo() == null && post.threadTs() == null)
                    .toList())
            .reversed();
        boolean metadata = arguments.flag("include_all_metadata");
        return page(arguments, posts, "messages", (post) -> shapes.parent(post, metadata));
    }

    private ObjectNode replies(Arguments arguments) {
        Channel channel = places.toSee(arguments.required("channel"));
        places.scope(channel, "history");
        places.member(channel);
        Post parent = workspace.post(channel.id(), arguments.required("ts"))
            .filter((post) -> !post.deleted() && post.visibleTo() == null)
            .orElseThrow(() -> Refused.with("thread_not_found"));
        boolean metadata = arguments.flag("include_all_metadata");
        List<Post> thread = new ArrayList<>(List.of(parent));
        thread.addAll(window(arguments, shapes.replies(parent)));
        return page(arguments, thread, "messages", (post) -> post.ts().equals(parent.ts())
                ? shapes.parent(post, metadata) : shapes.message(post, metadata));
    }

    private static List<Post> window(Arguments arguments, List<Post> posts) {
        String oldest = stamp(arguments, "oldest");
        String latest = stamp(arguments, "latest");
        boolean inclusive = arguments.flag("inclusive");
        return posts.stream()
            .filter((post) -> oldest == null || compare(post.ts(), oldest) > (inclusive ? -1 : 0))
            .filter((post) -> latest == null || compare(post.ts(), latest) < (inclusive ? 1 : 0))
            .toList();
    }

    private static int compare(String one, String other) {
        return new BigDecimal(one).compareTo(new BigDecimal(other));
    }

    private static @Nullable String stamp(Arguments arguments, String name) {
        if (!arguments.has(name)) {
            return null;
        }
        String stamp = arguments.text(name);
        if (!stamp.matches("\\d+(\\.\\d+)?")) {
            throw Refused.with("invalid_ts_" + name);
        }
        return stamp;
    }

    private ObjectNode members(Arguments arguments) {
        Channel channel = places.toSee(arguments.required("channel"));
        places.scope(channel, "read");
        return page(arguments, List.copyOf(channel.members()), "members", (id) -> Json.array(List.of(id)).get(0));
    }

    private ObjectNode list(Arguments arguments) {
        return page(arguments, visible(workspace, places, arguments), "channels", shapes::channel);
    }

    /** The channels of the kinds that were asked for. */
    static List<Channel> visible(Workspace workspace, Places places, Arguments arguments) {
        String types = arguments.has("types") ? arguments.text("types") : "public_channel";
        List<Channel> channels = new ArrayList<>();
        for (Channel channel : workspace.channels()) {
            String type = switch (channel.kind()) {
                case PUBLIC -> "public_channel";
                case PRIVATE -> "private_channel";
                case DIRECT -> "im";
            };
            boolean shown = channel.kind() == Channel.Kind.PUBLIC || workspace.botIsIn(channel);
            if (shown && List.of(types.split(",")).contains(type)
                    && !(arguments.flag("exclude_archived") && channel.archived())) {
                places.scope(channel, "read");
                channels.add(channel);
            }
        }
        return channels;
    }

    private <T> ObjectNode page(Arguments arguments, List<T> all, String field, Function<T, JsonNode> shape) {
        boolean messages = field.equals("messages");
        boolean strict = messages && workspace.company().limits().strictHistory();
        int limit = arguments.number("limit", 100, "invalid_limit");
        if (limit < 1) {
            throw Refused.with("invalid_limit");
        }
        return page(arguments, all, Math.min(limit, strict ? STRICT_MOST : 1000), field, shape);
    }

    static <T> ObjectNode page(Arguments arguments, List<T> all, int limit, String field, Function<T, JsonNode> shape) {
        int start = 0;
        if (arguments.has("cursor")) {
            String cursor = arguments.text("cursor");
            if (!cursor.matches("page_\\d{1,6}")) {
                throw Refused.with("invalid_cursor");
            }
            start = Math.min(all.size(), Integer.parseInt(cursor.substring("page_".length())));
        }
        int end = Math.min(all.size(), start + limit);
        ObjectNode answer = Json.ok();
        ArrayNode items = answer.putArray(field);
        all.subList(start, end).forEach((item) -> items.add(shape.apply(item)));
        if (field.equals("messages")) {
            answer.put("has_more", end < all.size());
        }
        answer.putObject("response_metadata").put("next_cursor", (end < all.size()) ? "page_" + end : "");
        return answer;
    }

}
