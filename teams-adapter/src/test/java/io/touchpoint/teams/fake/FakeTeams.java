package io.touchpoint.teams.fake;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Microsoft Teams, simulated: the Bot Connector and Entra's login on the own machine,
 * people who write and press, and all that they see. Times are those of the clock that it
 * is given.
 */
public final class FakeTeams implements AutoCloseable {

    private final World world;

    private final Surfaces surfaces;

    private final Conversations conversations;

    private final Login login;

    private final Entra entra;

    private final Deliveries deliveries;

    private final Events events;

    private final Interactions interactions;

    private final Faults faults = new Faults();

    private final Ledger ledger;

    private final Connector connector;

    private final Server server;

    private FakeTeams(Company company, Clock clock, int port) {
        this.server = new Server(port);
        this.world = new World(company, clock);
        this.surfaces = new Surfaces(world);
        this.conversations = new Conversations(world);
        conversations.tell(surfaces::written);
        this.login = new Login(world, this::serviceUrl);
        this.entra = new Entra(world);
        this.ledger = new Ledger(world);
        this.deliveries = new Deliveries(world, login);
        Activities activities = new Activities(world, this::serviceUrl);
        this.events = new Events(world, deliveries, activities);
        this.interactions = new Interactions(world, surfaces, deliveries, activities);
        this.connector = new Connector(world, entra, faults, ledger, conversations, new Rosters(world));
    }

    /** Starts on a free port. */
    public static FakeTeams start(Company company, Clock clock) {
        return start(company, clock, 0);
    }

    /** Starts on a given port of 127.0.0.1; 0 for a free one. */
    public static FakeTeams start(Company company, Clock clock, int port) {
        FakeTeams teams = new FakeTeams(company, clock, port);
        teams.server.start(teams.connector, new Server.LoginDoor(teams.world, teams.entra, teams.login, teams.faults,
                teams.ledger, () -> teams.url().toString()));
        return teams;
    }

    /** The address of the simulator, without a slash at the end. */
    public URI url() {
        return server.url();
    }

    /** Where activities say the Connector is; ends in a slash. */
    public String serviceUrl() {
        return url() + "/emea/";
    }

    /**
     * The root of Entra's endpoints, without a slash at the end: below it are
     * {@code /{tenant}/oauth2/v2.0/token}, {@code /common/discovery/instance} and, for
     * managed identities, {@code /metadata/identity/oauth2/token}.
     */
    public String loginUrl() {
        return url().toString();
    }

    /** The OpenID metadata of the Connector's login. */
    public String metadataUrl() {
        return url() + "/v1/.well-known/openidconfiguration";
    }

    /** Says where the app takes activities, its {@code /api/messages}. */
    public void deliverTo(URI app) {
        deliveries.to(app);
    }

    /** The company and the bot as they are registered now. */
    public Company company() {
        return world.company();
    }

    /** Registers the bot anew, with other limits, tenants or secrets. */
    public void company(Company other) {
        world.company(other);
    }

    /** The keys and tokens of the Connector. */
    public Login login() {
        return login;
    }

    /** The tokens of Entra. */
    public Entra entra() {
        return entra;
    }

    /** What happens and is told to the app. */
    public Events events() {
        return events;
    }

    /** What people do with cards and dialogs. */
    public Interactions interactions() {
        return interactions;
    }

    /** The requests to the app. */
    public Deliveries deliveries() {
        return deliveries;
    }

    /** The ways in which the Connector and the login misbehave. */
    public Faults faults() {
        return faults;
    }

    /** Adds a person, or puts one in the place of another with the same id. */
    public void add(Person person) {
        world.add(person);
    }

    /** Changes a person; the app is not told. */
    public void changePerson(String id, UnaryOperator<Person> change) {
        world.changePerson(id, change);
    }

    /** A person by the bot's id or the id in Entra. */
    public Optional<Person> person(String id) {
        return world.person(id);
    }

    /** All people, in the order in which they came. */
    public List<Person> people() {
        return world.people();
    }

    /** Adds a team with its General channel, whose id is the team's. */
    public void add(Team team) {
        world.add(team);
    }

    /** Changes a team; the app is not told. */
    public void changeTeam(String id, UnaryOperator<Team> change) {
        world.changeTeam(id, change);
    }

    public Optional<Team> team(String id) {
        return world.team(id);
    }

    /** Adds a channel or a chat, or puts one in the place of another with the same id. */
    public void add(Place place) {
        world.add(place);
    }

    /** Changes a channel or a chat; the app is not told. */
    public void changePlace(String id, UnaryOperator<Place> change) {
        world.changePlace(id, change);
    }

    public Optional<Place> place(String id) {
        return world.place(id);
    }

    /** The id of the chat between a person and the bot, begun if there is none. */
    public String directChat(String person) {
        return world.direct(world.known(person)).id();
    }

    /**
     * All messages of a conversation, oldest first, removed ones and what only one person
     * saw included.
     */
    public List<Post> posts(String place) {
        return world.posts(place);
    }

    /** A message by its id. */
    public Optional<Post> post(String id) {
        return world.post(id);
    }

    /** The dialog that a person has before them. */
    public Optional<Dialog> dialog(String person) {
        return surfaces.dialog(world.known(person).id());
    }

    /** An open dialog by its id. */
    public Optional<Dialog> dialogById(String id) {
        return surfaces.dialogById(id);
    }

    /** The people who see another card on a message than everybody else. */
    public List<String> viewers(Post post) {
        return surfaces.viewers(post);
    }

    /** The message as a person sees it. */
    public Post seen(String person, Post post) {
        String id = world.known(person).id();
        return surfaces.own(id, post) ? surfaces.card(id, post)
            .map((card) -> post.changed(
                    Json.object().put("type", "message").set("attachments", Conversations.attached(card)),
                    Optional.ofNullable(post.edited()).orElse(post.at())))
            .orElse(post) : post;
    }

    /** All calls of the app, in the order in which they came. */
    public List<Call> calls() {
        return ledger.calls();
    }

    /** What Teams took, but does not show as it was meant, or not on every device. */
    public List<String> flaws() {
        List<String> flaws = new ArrayList<>(conversations.flaws());
        flaws.addAll(interactions.flaws());
        return flaws;
    }

    /** A message as a person in a zone reads it. */
    public String read(Post post, ZoneId reader) {
        return new Reading(reader).post(post, interactions::offered);
    }

    /** A dialog as the person who sees it reads it. */
    public String read(Dialog dialog) {
        return new Reading(world.known(dialog.person()).zone()).dialog(dialog,
                surfaces.filled(dialog.person(), dialog.id()), interactions::offered);
    }

    @Override
    public void close() {
        faults.clear();
        server.close();
        deliveries.close();
    }

}
