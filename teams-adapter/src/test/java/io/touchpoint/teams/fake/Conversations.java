package io.touchpoint.teams.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the app writes: conversations and messages, and what Teams refuses of them. */
final class Conversations {

    private static final int LARGEST = 100 * 1024;

    private final World world;

    private final List<String> flaws = new CopyOnWriteArrayList<>();

    private final List<Consumer<Post>> readers = new CopyOnWriteArrayList<>();

    Conversations(World world) {
        this.world = world;
    }

    /** What Teams took but does not show as it was meant, by message. */
    List<String> flaws() {
        return List.copyOf(flaws);
    }

    /** Tells somebody of every message of the app that is new or changed. */
    void tell(Consumer<Post> reader) {
        readers.add(reader);
    }

    /** A conversation and, in channels, a thread, as ids name them together. */
    private record Spot(String place, @Nullable String thread) {

        static Spot of(String id) {
            int mark = id.indexOf(";messageid=");
            return (mark < 0) ? new Spot(id, null)
                    : new Spot(id.substring(0, mark), id.substring(mark + ";messageid=".length()));
        }

    }

    /** The conversation that a call is about, without the thread; null for none. */
    @Nullable String place(Asked asked) {
        String key = key(asked);
        return (key == null) ? null : Spot.of(key).place();
    }

    /** What only one call at a time may write to; null where that is open. */
    @Nullable String key(Asked asked) {
        if (!asked.operation().equals("create")) {
            return asked.named().isEmpty() ? null : asked.named();
        }
        String channel = Json.text(asked.json().path("channelData").path("channel"), "id");
        if (!channel.isEmpty()) {
            return channel;
        }
        String member = Json.text(asked.json().path("members").path(0), "id");
        return member.isEmpty() ? null : World.directId(member);
    }

    /** What a call is noted under. */
    @Nullable String target(Asked asked) {
        return key(asked);
    }

    String tenant(Asked asked) {
        return Optional.ofNullable(place(asked))
            .flatMap(world::place)
            .map(Place::tenant)
            .orElse(world.company().tenant());
    }

    /** Refuses what is too large: the whole of it, counted in UTF-16. */
    void size(Asked asked) {
        if (2L * asked.body().length() > LARGEST) {
            throw Refused.with(413, "MessageSizeTooBig", "The message is larger than 100 KB.");
        }
    }

    ObjectNode create(JsonNode asked) {
        JsonNode channelId = asked.path("channelData").path("channel").path("id");
        if (!channelId.asString("").isEmpty()) {
            return thread(asked, channelId.asString());
        }
        if (Json.flag(asked, "isGroup")) {
            throw Refused.bad("Bots cannot create group chats.");
        }
        if (asked.path("members").size() != 1) {
            throw Refused.bad("Incorrect conversation creation parameters: one member is needed.");
        }
        Person person = addressed(Json.text(asked.path("members").path(0), "id"), tenantOf(asked));
        Place chat = world.direct(person);
        ObjectNode answer = Json.object().put("id", chat.id());
        if (asked.path("activity") instanceof ObjectNode activity) {
            write(chat, null, activity).ifPresent((id) -> answer.put("activityId", id));
        }
        return answer;
    }

    private static String tenantOf(JsonNode asked) {
        String tenant = Json.text(asked, "tenantId");
        return tenant.isEmpty() ? Json.text(asked.path("channelData").path("tenant"), "id") : tenant;
    }

    private Person addressed(String id, String tenant) {
        if (tenant.isEmpty()) {
            throw Refused.with(400, "BadArgument", "tenantId is missing.");
        }
        Person person = id.startsWith("29:") ? world.person(id).orElse(null) : null;
        if (person == null || person.is(Person.Trait.ANONYMOUS)) {
            throw Refused.with(400, "BadArgument", "Failed to decrypt pairwise id.");
        }
        if (!person.tenant().equals(tenant) || !world.company().tenants().contains(tenant)
                || person.is(Person.Trait.FEDERATED) || !world.reaches(person)) {
            throw Refused.with(403, "BotNotInConversationRoster", "The bot is not installed for this person.");
        }
        return person;
    }

    private ObjectNode thread(JsonNode asked, String channel) {
        Place place = world.place(channel)
            .filter((found) -> found.kind() == Place.Kind.CHANNEL)
            .orElseThrow(() -> Refused.with(404, "ConversationNotFound", "Conversation not found."));
        if (!(asked.path("activity") instanceof ObjectNode activity)) {
            throw Refused.bad("A thread begins with a message.");
        }
        String id = write(place, null, activity).orElse("");
        String root = id.isEmpty() ? world.posts(place.id()).getLast().activityId() : id;
        ObjectNode answer = Json.object().put("id", place.id() + ";messageid=" + root);
        if (!id.isEmpty()) {
            answer.put("activityId", id);
        }
        return answer;
    }

    ObjectNode send(Asked asked) {
        Spot spot = Spot.of(asked.named());
        Place place = writable(spot);
        String thread = (place.kind() == Place.Kind.CHANNEL) ? spot.thread() : null;
        if (thread != null && world.post(place.id(), thread).isEmpty()) {
            throw Refused.with(404, "ConversationNotFound", "Conversation not found.");
        }
        if (!asked.inner().isEmpty()) {
            Post parent = world.post(place.id(), asked.inner()).orElseThrow(Conversations::noActivity);
            thread = (place.kind() == Place.Kind.CHANNEL && thread == null) ? parent.root() : thread;
        }
        Optional<String> id = write(place, thread, (ObjectNode) asked.json());
        return id.map((known) -> Json.object().put("id", known)).orElseGet(Json::object);
    }

    private Place writable(Spot spot) {
        return world.place(spot.place())
            .orElseThrow(() -> Refused.with(404, "ConversationNotFound", "Conversation not found."));
    }

    private static Refused noActivity() {
        return Refused.with(404, "ActivityNotFoundInConversation", "Activity not found in the conversation.");
    }

    private void admit(Place place) {
        boolean installed = place.kind() == Place.Kind.PERSONAL
                ? world.partner(place).filter(world::reaches).isPresent() : place.bot();
        if (!installed || !world.company().tenants().contains(place.tenant())) {
            throw Refused.with(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
        }
        if (place.kind() == Place.Kind.PERSONAL
                && world.partner(place).filter((person) -> person.is(Person.Trait.BLOCKED)).isPresent()) {
            throw Refused.with(403, "ConversationBlockedByUser", "User blocked the conversation with the bot.");
        }
        if (world.team(place.team()).filter(Team::archived).isPresent()) {
            throw Refused.with(403, "MessageWritesBlocked", "Thread is read only.");
        }
    }

    /**
     * Writes a message, or the two that text beside a card becomes; the latter have no
     * id.
     */
    private Optional<String> write(Place place, @Nullable String thread, ObjectNode activity) {
        admit(place);
        switch (Json.text(activity, "type")) {
            case "typing" -> {
                return Optional.of(world.stamp());
            }
            case "message" -> {
            }
            default -> throw Refused.bad("The activity has no type that can be sent.");
        }
        List<String> found = checked(activity);
        List<ObjectNode> parts = split(activity);
        List<Post> written = new ArrayList<>();
        for (ObjectNode part : parts) {
            Post post = world.write(place.id(), world.company().bot(), part, thread, null);
            written.add(post);
            thread = (place.kind() == Place.Kind.CHANNEL && thread == null) ? post.activityId() : thread;
        }
        Post last = written.getLast();
        found.forEach((flaw) -> flaws.add(last.id() + ": " + flaw));
        written.forEach((post) -> readers.forEach((reader) -> reader.accept(post)));
        return (parts.size() == 1) ? Optional.of(last.activityId()) : Optional.empty();
    }

    private static List<String> checked(ObjectNode activity) {
        JsonNode attachments = activity.path("attachments");
        if (Json.text(activity, "text").isBlank() && attachments.isEmpty()) {
            throw Refused.bad("Activity must include either text or attachments.");
        }
        List<String> found = new ArrayList<>();
        boolean cards = false;
        for (JsonNode attachment : Json.each(attachments)) {
            if (Json.text(attachment, "contentType").isEmpty()) {
                throw Refused.bad("An attachment has no contentType.");
            }
            if (Json.text(attachment, "contentType").equals(Post.CARD)) {
                cards = true;
                found.addAll(CardRules.check(attachment.path("content")));
            }
        }
        if (cards && Json.text(activity, "summary").isEmpty()) {
            found.add("a card without a summary");
        }
        return found;
    }

    private static List<ObjectNode> split(ObjectNode activity) {
        boolean both = !Json.text(activity, "text").isBlank() && !activity.path("attachments").isEmpty();
        if (!both) {
            return List.of(activity.deepCopy());
        }
        ObjectNode words = activity.deepCopy();
        words.remove("attachments");
        ObjectNode card = activity.deepCopy();
        card.remove("text");
        return List.of(words, card);
    }

    ObjectNode update(Asked asked) {
        Place place = writable(Spot.of(asked.named()));
        Post post = own(place, asked.inner());
        ObjectNode activity = (ObjectNode) asked.json();
        List<String> found = checked(activity);
        if (split(activity).size() > 1) {
            throw Refused.bad("Activity resulted into multiple skype activities");
        }
        Post changed = post.changed(activity.deepCopy(), world.now());
        world.keep(changed);
        found.forEach((flaw) -> flaws.add(post.id() + ": " + flaw));
        readers.forEach((reader) -> reader.accept(changed));
        return Json.object().put("id", post.activityId());
    }

    ObjectNode delete(Asked asked) {
        Post post = own(writable(Spot.of(asked.named())), asked.inner());
        world.keep(post.removed(true));
        return Json.object();
    }

    private Post own(Place place, String activityId) {
        admit(place);
        Post post = world.post(place.id(), activityId)
            .filter((found) -> !found.deleted() && found.visibleTo() == null)
            .orElseThrow(Conversations::noActivity);
        if (!post.from().equals(world.company().bot())) {
            throw Refused.with(403, "BadArgument", "The bot can only change its own messages.");
        }
        return post;
    }

    /** The attachments of a card, for what the client shows itself. */
    static ArrayNode attached(JsonNode card) {
        ArrayNode attachments = Json.array();
        attachments.addObject().put("contentType", Post.CARD).set("content", card);
        return attachments;
    }

}
