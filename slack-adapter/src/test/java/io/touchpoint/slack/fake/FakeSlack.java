package io.touchpoint.slack.fake;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpHandler;

/**
 * Slack, simulated: a Web API on the own machine, people who write and press, and all
 * that they see. Times are those of the clock that it is given.
 */
public final class FakeSlack implements AutoCloseable {

    private final Workspace workspace;

    private final Views views;

    private final Deliveries deliveries;

    private final Events events;

    private final Interactions interactions;

    private final Faults faults = new Faults();

    private final FileMethods files;

    private final WebApi api;

    private final Server server;

    private FakeSlack(Company company, Clock clock, int port) {
        this.server = new Server(port);
        this.workspace = new Workspace(company, clock);
        this.views = new Views(workspace);
        this.deliveries = new Deliveries(workspace);
        Shapes shapes = new Shapes(workspace);
        Places places = new Places(workspace);
        ChatMethods chat = new ChatMethods(workspace, places, shapes);
        this.files = new FileMethods(workspace, places, () -> url().toString());
        ResponseUrls responseUrls = new ResponseUrls(workspace, chat, () -> url().toString());
        List<Method> methods = Stream
            .of(chat.all(), new ConversationMethods(workspace, places, shapes).all(),
                    new UserMethods(workspace, places, shapes).all(), new ViewMethods(workspace, views, shapes).all(),
                    files.all())
            .flatMap(List::stream)
            .toList();
        this.api = new WebApi(workspace, places, faults, responseUrls, methods);
        this.events = new Events(workspace, deliveries, shapes, views);
        this.interactions = new Interactions(workspace, views, deliveries,
                new Payloads(workspace, views, shapes, responseUrls), responseUrls);
    }

    /** Starts on a free port. */
    public static FakeSlack start(Company company, Clock clock) {
        return start(company, clock, 0);
    }

    /** Starts on a given port of 127.0.0.1; 0 for a free one. */
    public static FakeSlack start(Company company, Clock clock, int port) {
        FakeSlack slack = new FakeSlack(company, clock, port);
        slack.server.start(slack.api, slack.files);
        return slack;
    }

    /** Opens one more door of the server. */
    void serve(String path, HttpHandler door) {
        server.serve(path, door);
    }

    /** The address of the simulator, without a slash at the end. */
    public URI url() {
        return server.url();
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

    /** Ends the bot token, as an administrator can. */
    public void revokeToken() {
        workspace.revoke("token_revoked");
    }

    /** What happens and is told to the app. */
    public Events events() {
        return events;
    }

    /** What people do with messages and forms. */
    public Interactions interactions() {
        return interactions;
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
        List<View> stack = views.stack(person);
        return stack.isEmpty() ? Optional.empty() : Optional.of(stack.getLast());
    }

    /** The forms that lie over each other, the lowest first. */
    public List<View> views(String person) {
        return views.stack(person);
    }

    /** A form or home tab by its id. */
    public Optional<View> view(String id) {
        return views.byId(id);
    }

    /** The home tab as a person sees it. */
    public Optional<View> home(String person) {
        return views.home(person);
    }

    /** All calls of the app, in the order in which they came. */
    public List<Call> calls() {
        return api.calls();
    }

    /** A message as a person in a zone reads it, from its blocks. */
    public String read(Post post, ZoneId reader) {
        return reading(reader).post(post);
    }

    /** A view as a person in a zone reads it. */
    public String read(View view, ZoneId reader) {
        return reading(reader).view(view);
    }

    private Reading reading(ZoneId reader) {
        return new Reading((id) -> workspace.nameOf(id), (id) -> workspace.channel(id).map(Channel::name).orElse(id),
                reader, workspace.now());
    }

    /** The bytes of a file that the app uploaded. */
    public Optional<byte[]> file(String id) {
        return files.bytes(id);
    }

    @Override
    public void close() {
        faults.clear();
        server.close();
        deliveries.close();
    }

}
