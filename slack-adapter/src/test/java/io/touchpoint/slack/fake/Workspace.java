package io.touchpoint.slack.fake;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything that stands in the simulated workspace: people, channels and messages. */
final class Workspace {

    private final Clock clock;

    private final Map<String, Person> people = new LinkedHashMap<>();

    private final Map<String, Channel> channels = new LinkedHashMap<>();

    private final Map<String, TreeMap<String, Post>> posts = new LinkedHashMap<>();

    private final Map<String, Integer> counters = new ConcurrentHashMap<>();

    private final String botUser;

    private long lastStamp;

    private volatile Company company;

    private volatile String revoked = "";

    Workspace(Company company, Clock clock) {
        this.company = company;
        this.botUser = company.botUser();
        this.clock = clock;
    }

    Company company() {
        return company;
    }

    void company(Company other) {
        this.company = other;
        this.revoked = "";
    }

    /** Ends the token; every call is refused with this error from now on. */
    void revoke(String error) {
        this.revoked = error;
    }

    /** Why the token does not work; empty when it does. */
    String revoked() {
        return revoked;
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * A new id, the same in every run. It waits for nobody: views are numbered while
     * calls that hold this workspace ask for views.
     */
    String id(String prefix) {
        return prefix + String.format(Locale.ROOT, "%06d", counters.merge(prefix, 1, Integer::sum));
    }

    /** A timestamp that no other message has, later than all before. */
    synchronized String stamp() {
        Instant now = now();
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
        lastStamp = Math.max(lastStamp + 1, micros);
        return String.format(Locale.ROOT, "%d.%06d", lastStamp / 1_000_000, lastStamp % 1_000_000);
    }

    synchronized void add(Person person) {
        people.put(person.id(), person);
    }

    synchronized void changePerson(String id, UnaryOperator<Person> change) {
        people.computeIfPresent(id, (_, person) -> change.apply(person));
    }

    synchronized Optional<Person> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    /** The name under which others read of a person. */
    String nameOf(String id) {
        return id.equals(botUser) ? "Touchpoint" : person(id).map(Person::realName).orElse(id);
    }

    synchronized List<Person> people() {
        return List.copyOf(people.values());
    }

    synchronized void add(Channel channel) {
        channels.put(channel.id(), channel);
    }

    synchronized void changeChannel(String id, UnaryOperator<Channel> change) {
        Channel before = channels.remove(id);
        if (before == null) {
            throw new IllegalArgumentException("no such channel: " + id);
        }
        Channel after = change.apply(before);
        channels.put(after.id(), after);
        TreeMap<String, Post> standing = posts.remove(id);
        if (standing != null) {
            standing.replaceAll((_, post) -> post.in(after.id()));
            posts.put(after.id(), standing);
        }
    }

    synchronized Optional<Channel> channel(String id) {
        return Optional.ofNullable(channels.get(id));
    }

    synchronized List<Channel> channels() {
        return List.copyOf(channels.values());
    }

    /** The direct chat of a person with the bot, begun if there is none. */
    synchronized Channel direct(String person) {
        String id = directId(person);
        return channels.computeIfAbsent(id, (_) -> new Channel(id, "", Channel.Kind.DIRECT,
                new LinkedHashSet<>(List.of(person, botUser)), false, false));
    }

    static String directId(String person) {
        return "D" + person;
    }

    /** The person at the other end of a direct chat. */
    Optional<Person> partner(Channel direct) {
        return direct.members().stream().filter((id) -> !id.equals(botUser)).findFirst().flatMap(this::person);
    }

    synchronized Post write(String channel, String from, String text, ArrayNode blocks, @Nullable ObjectNode metadata,
            @Nullable String threadTs, @Nullable String visibleTo) {
        Post post = new Post(channel, stamp(), now(), from, text, blocks, metadata, threadTs, null, false, Json.array(),
                visibleTo);
        keep(post);
        return post;
    }

    synchronized void keep(Post post) {
        posts.computeIfAbsent(post.channel(), (_) -> new TreeMap<>()).put(post.ts(), post);
    }

    synchronized Optional<Post> post(String channel, String ts) {
        TreeMap<String, Post> standing = posts.get(channel);
        return (standing == null) ? Optional.empty() : Optional.ofNullable(standing.get(ts));
    }

    Optional<Post> post(String id) {
        int colon = id.indexOf(':');
        return (colon < 0) ? Optional.empty() : post(id.substring(0, colon), id.substring(colon + 1));
    }

    /** All messages of a channel, those that were removed included, oldest first. */
    synchronized List<Post> posts(String channel) {
        TreeMap<String, Post> standing = posts.get(channel);
        return (standing == null) ? List.of() : List.copyOf(standing.values());
    }

    boolean botIsIn(Channel channel) {
        return channel.members().contains(botUser);
    }

    /** Whether a person belongs to another company. */
    boolean external(Person person) {
        return !person.team().equals(company.team());
    }

    /** Whether a person reads this message. */
    boolean sees(String person, Post post) {
        Set<String> members = channel(post.channel()).map(Channel::members)
            .<Set<String>>map((all) -> all)
            .orElse(Set.of());
        return !post.deleted() && members.contains(person)
                && (post.visibleTo() == null || post.visibleTo().equals(person));
    }

}
