package io.touchpoint.slack.fake;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Slack, simulated: a Web API on the own machine, people who write and press, and all
 * that they see. Times are those of the clock that it is given.
 */
public final class FakeSlack implements AutoCloseable {

    private final Workspace workspace;

    private final Deliveries deliveries;

    private final Events events;

    private final Interactions people = new Interactions();

    private final Faults faults = new Faults();

    private FakeSlack(Company company, Clock clock) {
        this.workspace = new Workspace(company, clock);
        this.deliveries = new Deliveries(workspace);
        this.events = new Events(workspace, deliveries);
    }

    /** Starts on a free port. */
    public static FakeSlack start(Company company, Clock clock) {
        return start(company, clock, 0);
    }

    /** Starts on a given port of 127.0.0.1; 0 for a free one. */
    public static FakeSlack start(Company company, Clock clock, int port) {
        throw new UnsupportedOperationException();
    }

    /** The address of the simulator, without a slash at the end. */
    public URI url() {
        throw new UnsupportedOperationException();
    }

    /** What the app takes as the root of the Web API's methods; ends in a slash. */
    public String apiUrl() {
        return url() + "/api/";
    }

    /** Says where the app takes Slack's requests. */
    public void deliverTo(URI app) {
        deliveries.to(app);
    }

    /** The workspace and the app as they are installed now. */
    public Company company() {
        return workspace.company();
    }

    /** Installs the app anew, with other scopes or secrets. */
    public void company(Company other) {
        workspace.company(other);
    }

    /** What happens and is told to the app. */
    public Events events() {
        return events;
    }

    /** What people do with messages and forms. */
    public Interactions interactions() {
        return people;
    }

    /** The requests to the app. */
    public Deliveries deliveries() {
        return deliveries;
    }

    /** The ways in which the Web API misbehaves. */
    public Faults faults() {
        return faults;
    }

    /** Adds a person, or puts one in the place of another with the same id. */
    public void add(Person person) {
        workspace.add(person);
    }

    /** Changes a person. */
    public void changePerson(String id, UnaryOperator<Person> change) {
        workspace.changePerson(id, change);
    }

    public Optional<Person> person(String id) {
        return workspace.person(id);
    }

    /** All people, in the order in which they came. */
    public List<Person> people() {
        return workspace.people();
    }

    /** Adds a channel, or puts one in the place of another with the same id. */
    public void add(Channel channel) {
        workspace.add(channel);
    }

    /** Changes a channel; nobody is told. */
    public void changeChannel(String id, UnaryOperator<Channel> change) {
        workspace.changeChannel(id, change);
    }

    public Optional<Channel> channel(String id) {
        return workspace.channel(id);
    }

    /** All channels and direct chats. */
    public List<Channel> channels() {
        return workspace.channels();
    }

    /** The id of the direct chat between a person and the bot, begun if there is none. */
    public String directChat(String person) {
        return workspace.direct(person).id();
    }

    /**
     * All messages of a channel, oldest first, removed ones and those that one person
     * sees included.
     */
    public List<Post> posts(String channel) {
        return workspace.posts(channel);
    }

    /** A message by its id. */
    public Optional<Post> post(String id) {
        return workspace.post(id);
    }

    /** The form that a person sees now. */
    public Optional<View> openView(String person) {
        throw new UnsupportedOperationException();
    }

    /** The forms that lie over each other, the lowest first. */
    public List<View> views(String person) {
        throw new UnsupportedOperationException();
    }

    /** A form or home tab by its id. */
    public Optional<View> view(String id) {
        throw new UnsupportedOperationException();
    }

    /** The home tab as a person sees it. */
    public Optional<View> home(String person) {
        throw new UnsupportedOperationException();
    }

    /** All calls of the app, in the order in which they came. */
    public List<Call> calls() {
        throw new UnsupportedOperationException();
    }

    /** A message as a person in a zone reads it, from its blocks. */
    public String read(Post post, ZoneId reader) {
        throw new UnsupportedOperationException();
    }

    /** A view as a person in a zone reads it. */
    public String read(View view, ZoneId reader) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        faults.clear();
    }

}
