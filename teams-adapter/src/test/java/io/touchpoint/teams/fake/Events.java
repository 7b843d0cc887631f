package io.touchpoint.teams.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What happens in Teams and is told to the app: messages, reactions, installations, and
 * changes of teams and channels.
 */
public final class Events {

    private static final Pattern MENTION = Pattern.compile("<@([^<>]+)>|@Touchpoint\\b");

    private final World world;

    private final Deliveries deliveries;

    private final Activities activities;

    Events(World world, Deliveries deliveries, Activities activities) {
        this.world = world;
        this.deliveries = deliveries;
        this.activities = activities;
    }

    /** Somebody writes to the bot in the personal chat. */
    public Said says(String person, String text) {
        Person writer = world.known(person);
        return says(writer.id(), world.direct(writer).id(), text, null);
    }

    /**
     * Somebody writes. Outside personal chats the app hears only of messages that mention
     * the bot, as {@code @Touchpoint}; people are mentioned as {@code <@29:…>}.
     * @param thread the message in whose thread it goes; null for none
     */
    public Said says(String person, String place, String text, @Nullable String thread) {
        Person writer = world.known(person);
        Place where = world.knownPlace(place);
        if (!where.members().contains(writer.id())) {
            throw new IllegalArgumentException(writer.name() + " is not in this conversation: " + place);
        }
        ObjectNode content = Json.object();
        boolean called = typed(content, text);
        String root = (thread == null) ? null : world.post(place, thread).map(Post::root).orElseThrow();
        boolean channel = where.kind() == Place.Kind.CHANNEL;
        Post post = world.write(place, writer.id(), content, channel ? root : null, null);
        boolean heard = where.kind() == Place.Kind.PERSONAL ? hears(writer) : called && where.bot();
        return new Said(post, heard ? List.of(deliveries.deliver(activities.message(writer, where, post))) : List.of());
    }

    private boolean hears(Person writer) {
        return world.reaches(writer) && !writer.is(Person.Trait.BLOCKED);
    }

    /** Puts typed words into a message; gives whether they mention the bot. */
    private boolean typed(ObjectNode content, String typed) {
        Matcher mentions = MENTION.matcher(typed);
        StringBuilder text = new StringBuilder();
        ArrayNode entities = Json.array();
        boolean called = false;
        while (mentions.find()) {
            String id = (mentions.group(1) != null) ? mentions.group(1) : world.company().bot();
            String known = world.person(id).map(Person::id).orElse(id);
            String tag = "<at>" + world.nameOf(known) + "</at>";
            called |= known.equals(world.company().bot());
            ObjectNode entity = entities.addObject().put("type", "mention").put("text", tag);
            entity.putObject("mentioned").put("id", known).put("name", world.nameOf(known));
            mentions.appendReplacement(text, Matcher.quoteReplacement(tag));
        }
        mentions.appendTail(text);
        content.put("type", "message").put("text", text.toString()).set("entities", entities);
        return called;
    }

    /** Somebody changes an own message. */
    public Answered edits(String post, String text) {
        Post before = known(post);
        ObjectNode content = Json.object();
        typed(content, text);
        Post after = before.changed(content, world.now());
        world.keep(after);
        return changed(after, "messageUpdate", "editMessage");
    }

    /** Somebody takes an own message back. */
    public Answered deletes(String post) {
        Post gone = known(post).removed(true);
        world.keep(gone);
        return changed(gone, "messageDelete", "softDeleteMessage");
    }

    /** Somebody takes back that a message was taken back. */
    public Answered undeletes(String post) {
        Post again = known(post).removed(false);
        world.keep(again);
        return changed(again, "messageUpdate", "undeleteMessage");
    }

    private Answered changed(Post post, String type, String eventType) {
        Person writer = world.known(post.from());
        Place place = world.knownPlace(post.place());
        ObjectNode activity = activities.base(type, post.activityId(), writer, place, Activities.thread(place, post));
        if (!post.deleted()) {
            activities.written(activity, post);
        }
        ((ObjectNode) activity.get("channelData")).put("eventType", eventType);
        return deliveries.deliver(activity);
    }

    private Post known(String id) {
        return world.post(id).orElseThrow(() -> new IllegalArgumentException("no such message: " + id));
    }

    /**
     * Somebody reacts to a message of the bot, with {@code like}, {@code heart} and so
     * on.
     */
    public Answered reacts(String person, String post, String reaction) {
        return reaction(person, post, "reactionsAdded", reaction);
    }

    /** Somebody takes a reaction back. */
    public Answered takesReactionBack(String person, String post, String reaction) {
        return reaction(person, post, "reactionsRemoved", reaction);
    }

    private Answered reaction(String person, String id, String field, String reaction) {
        Post post = known(id);
        Place place = world.knownPlace(post.place());
        ObjectNode activity = activities.base("messageReaction", world.id("f:"), world.known(person), place,
                Activities.thread(place, post));
        activity.put("replyToId", post.activityId()).putArray(field).addObject().put("type", reaction);
        return deliveries.deliver(activity);
    }

    /** Somebody installs the app in the personal scope: two events come. */
    public List<Answered> installs(String person) {
        world.changePerson(world.known(person).id(), (one) -> one.with(Person.Trait.INSTALLED));
        Person now = world.known(person);
        Place chat = world.direct(now);
        return List.of(members(now, chat, "membersAdded", List.of(world.company().bot()), ""),
                installation(now, chat, "add"));
    }

    /** Somebody removes the app from the personal scope. */
    public Answered uninstalls(String person) {
        world.changePerson(world.known(person).id(), (one) -> one.without(Person.Trait.INSTALLED));
        Person now = world.known(person);
        return installation(now, world.direct(now), "remove");
    }

    /** The app is brought up to date: {@code add-upgrade} or {@code remove-upgrade}. */
    public Answered upgrades(String person, String action) {
        Person one = world.known(person);
        return installation(one, world.direct(one), action);
    }

    /** Somebody blocks the bot; the app hears nothing of it. */
    public void blocks(String person) {
        world.changePerson(world.known(person).id(), (one) -> one.with(Person.Trait.BLOCKED));
    }

    /** Somebody no longer blocks the bot; the app hears nothing of it. */
    public void unblocks(String person) {
        world.changePerson(world.known(person).id(), (one) -> one.without(Person.Trait.BLOCKED));
    }

    /**
     * Somebody installs the app in a team: two events come, about its General channel.
     */
    public List<Answered> installsIn(String team, String person) {
        world.changeTeam(team, (one) -> one.bot(true));
        Person by = world.known(person);
        Place general = world.knownPlace(team);
        return List.of(members(by, general, "membersAdded", List.of(world.company().bot()), "teamMemberAdded"),
                installation(by, general, "add"));
    }

    /** Somebody removes the app from a team: two events come. */
    public List<Answered> uninstallsFrom(String team, String person) {
        world.changeTeam(team, (one) -> one.bot(false));
        Person by = world.known(person);
        Place general = world.knownPlace(team);
        return List.of(members(by, general, "membersRemoved", List.of(world.company().bot()), "teamMemberRemoved"),
                installation(by, general, "remove"));
    }

    private Answered installation(Person by, Place place, String action) {
        ObjectNode activity = activities.base("installationUpdate", world.id("f:"), by, place, null)
            .put("action", action);
        if (place.kind() == Place.Kind.CHANNEL) {
            ((ObjectNode) activity.get("channelData")).putObject("settings")
                .putObject("selectedChannel")
                .put("id", place.id());
        }
        return deliveries.deliver(activity);
    }

    /** People come into a team. */
    public Answered joins(String team, String by, String... people) {
        return moved(team, by, "membersAdded", "teamMemberAdded", people);
    }

    /** People leave a team. */
    public Answered leaves(String team, String by, String... people) {
        return moved(team, by, "membersRemoved", "teamMemberRemoved", people);
    }

    private Answered moved(String team, String by, String field, String eventType, String... people) {
        List<String> ids = new ArrayList<>();
        for (String person : people) {
            String id = world.known(person).id();
            ids.add(id);
            boolean added = field.equals("membersAdded");
            world.changeTeam(team, (one) -> added ? one.joined(id) : one.left(id));
            UnaryOperator<Place> change = (place) -> added ? place.joined(id) : place.left(id);
            world.team(team)
                .ifPresent((one) -> world.channels(one).forEach((channel) -> world.changePlace(channel.id(), change)));
        }
        return members(world.known(by), world.knownPlace(team), field, ids, eventType);
    }

    private Answered members(Person by, Place place, String field, List<String> ids, String eventType) {
        ObjectNode activity = activities.base("conversationUpdate", world.id("f:"), by, place, null);
        ArrayNode members = activity.putArray(field);
        for (String id : ids) {
            ObjectNode member = members.addObject().put("id", id);
            world.person(id).ifPresent((person) -> member.put("aadObjectId", person.aadObjectId()));
        }
        if (!eventType.isEmpty()) {
            ((ObjectNode) activity.get("channelData")).put("eventType", eventType);
        }
        named(activity, place);
        return deliveries.deliver(activity);
    }

    private void named(ObjectNode activity, Place place) {
        ObjectNode data = (ObjectNode) activity.get("channelData");
        world.team(place.team()).ifPresent((team) -> ((ObjectNode) data.get("team")).put("name", team.name()));
    }

    /** What happens to teams and channels. */
    public Changes changes() {
        return new Changes(world, deliveries, activities);
    }

}
