package io.touchpoint.teams.fake;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that stands in the simulated Teams: people, teams, conversations, messages.
 */
final class World {

    private final Clock clock;

    private final Map<String, Person> people = new LinkedHashMap<>();

    private final Map<String, Team> teams = new LinkedHashMap<>();

    private final Map<String, Place> places = new LinkedHashMap<>();

    private final Map<String, Map<String, Post>> posts = new LinkedHashMap<>();

    private volatile Company company;

    private long lastStamp;

    private int numbered;

    World(Company company, Clock clock) {
        this.company = company;
        this.clock = clock;
    }

    Company company() {
        return company;
    }

    void company(Company other) {
        this.company = other;
    }

    Instant now() {
        return clock.instant();
    }

    /** A new id of a message: milliseconds, later than all before. */
    synchronized String stamp() {
        lastStamp = Math.max(lastStamp + 1, now().toEpochMilli());
        return Long.toString(lastStamp);
    }

    /** A new id, the same in every run. */
    synchronized String id(String prefix) {
        return prefix + ++numbered;
    }

    synchronized void add(Person person) {
        people.put(person.id(), person);
    }

    synchronized void changePerson(String id, UnaryOperator<Person> change) {
        people.computeIfPresent(id, (_, person) -> change.apply(person));
    }

    /** A person by the bot's id or by the id in Entra. */
    synchronized Optional<Person> person(String id) {
        Person known = people.get(id);
        return (known != null) ? Optional.of(known)
                : people.values().stream().filter((person) -> person.aadObjectId().equals(id)).findFirst();
    }

    Person known(String id) {
        return person(id).orElseThrow(() -> new IllegalArgumentException("no such person: " + id));
    }

    synchronized List<Person> people() {
        return List.copyOf(people.values());
    }

    /** The name under which others read of somebody. */
    String nameOf(String id) {
        return id.equals(company.bot()) ? "Touchpoint" : person(id).map(Person::name).orElse(id);
    }

    /** Adds a team, with its General channel. */
    synchronized void add(Team team) {
        teams.put(team.id(), team);
        places.putIfAbsent(team.id(), Place.channel(team.id(), null, team));
    }

    synchronized void changeTeam(String id, UnaryOperator<Team> change) {
        Team after = teams.computeIfPresent(id, (_, team) -> change.apply(team));
        if (after != null) {
            places.replaceAll((_, place) -> id.equals(place.team()) ? place.bot(after.bot()) : place);
        }
    }

    synchronized Optional<Team> team(@Nullable String id) {
        return Optional.ofNullable(teams.get(id));
    }

    synchronized List<Team> teams() {
        return List.copyOf(teams.values());
    }

    synchronized void add(Place place) {
        places.put(place.id(), place);
    }

    synchronized void changePlace(String id, UnaryOperator<Place> change) {
        places.computeIfPresent(id, (_, place) -> change.apply(place));
    }

    synchronized void remove(Place place) {
        places.remove(place.id());
    }

    synchronized Optional<Place> place(String id) {
        return Optional.ofNullable(places.get(id));
    }

    Place knownPlace(String id) {
        return place(id).orElseThrow(() -> new IllegalArgumentException("no such conversation: " + id));
    }

    synchronized List<Place> places() {
        return List.copyOf(places.values());
    }

    /** The channels of a team, General first. */
    synchronized List<Place> channels(Team team) {
        return places.values().stream().filter((place) -> team.id().equals(place.team())).toList();
    }

    /** The id of the chat of a person with the bot. */
    static String directId(String person) {
        return "a:1" + UUID.nameUUIDFromBytes(("chat " + person).getBytes(StandardCharsets.UTF_8));
    }

    /** The chat of a person with the bot, begun if there is none. */
    synchronized Place direct(Person person) {
        String id = directId(person.id());
        return places.computeIfAbsent(id, (_) -> new Place(id, Place.Kind.PERSONAL, null, person.tenant(), null,
                Set.of(person.id()), true, "standard"));
    }

    /** The person at the other end of a personal chat. */
    Optional<Person> partner(Place personal) {
        return personal.members().stream().findFirst().flatMap(this::person);
    }

    /**
     * Whether the app is installed where a person meets it: personally, or in a team that
     * the person is in.
     */
    boolean reaches(Person person) {
        return person.is(Person.Trait.INSTALLED) || teams().stream()
            .anyMatch((team) -> team.bot() && team.members().contains(person.id())
                    && team.tenant().equals(person.tenant()));
    }

    synchronized Post write(String place, String from, ObjectNode activity, @Nullable String thread,
            @Nullable String visibleTo) {
        Post post = new Post(place, stamp(), now(), from, activity, thread, null, false, visibleTo);
        keep(post);
        return post;
    }

    synchronized void keep(Post post) {
        posts.computeIfAbsent(post.place(), (_) -> new LinkedHashMap<>()).put(post.activityId(), post);
    }

    synchronized Optional<Post> post(String place, String activityId) {
        return Optional.ofNullable(posts.getOrDefault(place, Map.of()).get(activityId));
    }

    Optional<Post> post(String id) {
        int bar = id.indexOf('|');
        return (bar < 0) ? Optional.empty() : post(id.substring(0, bar), id.substring(bar + 1));
    }

    /** All messages of a conversation, those that were removed included, oldest first. */
    synchronized List<Post> posts(String place) {
        return List.copyOf(posts.getOrDefault(place, Map.of()).values());
    }

    synchronized List<Post> posts() {
        return posts.values().stream().flatMap((all) -> all.values().stream()).toList();
    }

    /** Whether a person reads this message. */
    boolean sees(String person, Post post) {
        Set<String> members = place(post.place()).map(Place::members).orElse(Set.of());
        return !post.deleted() && members.contains(person)
                && (post.visibleTo() == null || post.visibleTo().equals(person));
    }

}
