package io.touchpoint.slack;

import io.touchpoint.sandbox.Northwind;
import io.touchpoint.sandbox.SimulatedPlatform;
import io.touchpoint.slack.fake.Answered;
import io.touchpoint.slack.fake.Controls;
import io.touchpoint.slack.fake.FakeSlack;
import io.touchpoint.slack.fake.Fault;
import io.touchpoint.slack.fake.Post;
import io.touchpoint.slack.fake.Sent;
import io.touchpoint.slack.fake.View;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Slack as the sandbox sees it: the company's people and channels on a {@link FakeSlack}.
 */
public final class SimulatedSlack implements SimulatedPlatform {

    /**
     * The channel that customers' companies share: without one a bot cannot write to
     * them.
     */
    private static final String SHARED = channel(Northwind.CUSTOMERS);

    private final FakeSlack slack;

    private final SlackReading reading;

    private final Map<String, Person> people = new LinkedHashMap<>();

    private final List<Channel> channels;

    public SimulatedSlack(FakeSlack slack) {
        this.slack = slack;
        this.reading = new SlackReading(slack);
        this.channels = Northwind.channels().stream().map(SimulatedSlack::placed).toList();
        slack.add(io.touchpoint.slack.fake.Channel.open(SHARED, Northwind.CUSTOMERS, Set.of(slack.company().botUser()))
            .shared(true));
        for (Newcomer newcomer : Northwind.people()) {
            add(newcomer);
        }
        for (Channel channel : channels) {
            if (channel.id().equals(SHARED)) {
                colleagues().forEach((colleague) -> slack.changeChannel(SHARED, (one) -> one.joined(colleague)));
            }
            else {
                slack.add(io.touchpoint.slack.fake.Channel.open(channel.id(), channel.name(), colleagues()));
            }
        }
    }

    private static Channel placed(Channel channel) {
        return new Channel(channel(channel.id()), channel.name(), channel.team());
    }

    private static String channel(String key) {
        return "C0" + key.toUpperCase(Locale.ROOT);
    }

    private Set<String> colleagues() {
        Set<String> members = new LinkedHashSet<>(Set.of(slack.company().botUser()));
        people().stream().filter((person) -> person.role() != Role.CUSTOMER).map(Person::id).forEach(members::add);
        return members;
    }

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public void deliverTo(URI application) {
        slack.deliverTo(application.resolve("/slack/events"));
    }

    @Override
    public synchronized List<Person> people() {
        return List.copyOf(people.values());
    }

    @Override
    public List<Channel> channels() {
        return channels;
    }

    @Override
    public synchronized String add(Newcomer newcomer) {
        String key = (newcomer.id() != null) ? newcomer.id() : "n%03d".formatted(people.size());
        String id = "U0" + key.toUpperCase(Locale.ROOT);
        String account = newcomer.account();
        boolean customer = newcomer.role() == Role.CUSTOMER;
        String team = customer
                ? "T0" + ((account != null) ? account : "GUEST").toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "")
                : slack.company().team();
        io.touchpoint.slack.fake.Person person = io.touchpoint.slack.fake.Person.of(id, team, newcomer.name(),
                newcomer.email(), newcomer.timeZone(), newcomer.locale());
        slack.add((newcomer.role() == Role.ADMIN) ? person.with(io.touchpoint.slack.fake.Person.Trait.ADMIN) : person);
        if (customer) {
            slack.changeChannel(SHARED, (channel) -> channel.joined(id));
        }
        people.put(id, new Person(id, newcomer.name(), newcomer.role(), newcomer.locale(), newcomer.timeZone(),
                newcomer.team(), newcomer.email(), account));
        return id;
    }

    @Override
    public List<Shown> channel(String channel, int from) {
        return slack.posts(channel).stream().skip(from).map((post) -> reading.shown(post, Northwind.ZONE)).toList();
    }

    @Override
    public List<Shown> direct(String person, int from) {
        return slack.posts(slack.directChat(person))
            .stream()
            .skip(from)
            .map((post) -> reading.shown(post, reading.zone(person)))
            .toList();
    }

    @Override
    public Optional<Shown> message(String id) {
        return slack.post(id).map((post) -> reading.shown(post, Northwind.ZONE));
    }

    @Override
    public void opensHome(String person) {
        taken(slack.events().opensHome(person, "home"));
    }

    @Override
    public Optional<Shown> home(String person) {
        return slack.home(person).map(reading::home);
    }

    @Override
    public void says(String person, @Nullable String channel, String text, @Nullable String replyTo) {
        String thread = (replyTo == null) ? null : threadOf(replyTo);
        String place = (channel == null) ? slack.directChat(person) : channel;
        slack.events().says(person, place, text, thread).answers().forEach(SimulatedSlack::taken);
    }

    private String threadOf(String message) {
        Post post = slack.post(message)
            .orElseThrow(() -> new IllegalArgumentException("There is no message “" + message + "”."));
        String threadTs = post.threadTs();
        return (threadTs != null) ? threadTs : post.ts();
    }

    @Override
    public void presses(String person, String on, String control, List<String> value,
            Map<String, List<String>> filled) {
        if (slack.view(on).isPresent()) {
            if (!filled.isEmpty()) {
                Map<String, List<String>> others = new LinkedHashMap<>(filled);
                others.remove(control);
                slack.interactions().fill(person, on, quietly(on, others));
            }
            taken(slack.interactions().pressIn(person, on, control, first(value)));
        }
        else {
            taken(slack.interactions().press(person, on, control, first(value)));
        }
    }

    /**
     * Only what differs from what stands there, so that the application hears nothing
     * twice.
     */
    private Map<String, List<String>> quietly(String view, Map<String, List<String>> values) {
        Map<String, List<String>> changed = new LinkedHashMap<>();
        slack.view(view).map(Controls::of).orElse(List.of()).forEach((control) -> {
            List<String> wanted = values.get(control.id());
            if (wanted != null && !control.live() && !wanted.equals(control.value())) {
                changed.put(control.id(), wanted);
            }
        });
        return changed;
    }

    private static @Nullable String first(List<String> value) {
        return value.isEmpty() ? null : value.getFirst();
    }

    @Override
    public Map<String, String> submits(String person, String form, Map<String, List<String>> values) {
        Sent sent = slack.interactions().submit(person, form, values);
        Answered answer = sent.answer();
        if (answer != null) {
            taken(answer);
        }
        return sent.errors();
    }

    @Override
    public void closesForms(String person) {
        List<View> open = new ArrayList<>(slack.views(person));
        for (View view : open.reversed()) {
            slack.interactions().close(person, view.id());
        }
    }

    @Override
    public Optional<OpenForm> form(String person) {
        return slack.openView(person).filter(View::modal).map(reading::form);
    }

    @Override
    public void commands(String person, @Nullable String channel, String command) {
        String place = (channel == null) ? slack.directChat(person) : channel;
        taken(slack.interactions().command(person, place, command));
    }

    @Override
    public void marksSolved(String person, String message) {
        taken(slack.interactions().messageShortcut(person, message, Shortcuts.MARK_SOLVED));
    }

    private static void taken(Answered answered) {
        if (!answered.ok()) {
            throw new IllegalArgumentException("The application did not take it: status " + answered.status()
                    + (answered.problem().isEmpty() ? "" : ", " + answered.problem()) + ".");
        }
    }

    @Override
    public void misbehave(Misbehaviour bad) {
        switch (bad.answer()) {
            case "duplicate" -> slack.deliveries().duplicateNext(bad.times());
            case "blocked" -> blocked(bad);
            case "429" -> add(Fault.tooMany(bad.operation(), bad.retryAfter()), bad);
            case "500", "502" -> add(Fault.broken(bad.operation(), Integer.parseInt(bad.answer())), bad);
            case "timeout" -> add(Fault.hang(bad.operation()), bad);
            case "drop" -> add(Fault.drop(bad.operation()), bad);
            default -> throw new IllegalArgumentException(
                    "“answer” is 429, 500, 502, timeout, drop, duplicate, blocked or none.");
        }
    }

    private void blocked(Misbehaviour bad) {
        String person = bad.target();
        if (person == null || slack.person(person).isEmpty()) {
            throw new IllegalArgumentException("“channel” names the person who removes the bot.");
        }
        slack.changePerson(person, (one) -> one.with(io.touchpoint.slack.fake.Person.Trait.BLOCKED));
    }

    private void add(Fault fault, Misbehaviour bad) {
        String target = bad.target();
        Fault limited = fault.times(bad.times());
        if (target == null) {
            slack.faults().add(limited);
        }
        else {
            slack.faults().add(limited.in(slack.person(target).isPresent() ? slack.directChat(target) : target));
        }
    }

    @Override
    public void behave() {
        slack.faults().clear();
        for (Person person : people()) {
            slack.changePerson(person.id(), (one) -> one.without(io.touchpoint.slack.fake.Person.Trait.BLOCKED));
        }
    }

    @Override
    public int hanging() {
        return slack.faults().hanging();
    }

    @Override
    public List<Call> calls() {
        return slack.calls()
            .stream()
            .map((call) -> new Call(call.method(), call.target(), call.at(),
                    (call.status() == 0) ? "none" : (call.status() + " " + call.error()).strip()))
            .toList();
    }

    @Override
    public Optional<Instant> nextDue() {
        return slack.deliveries().nextRedelivery();
    }

    @Override
    public int runDue(Instant now) {
        return slack.deliveries().redeliverDue(now).size();
    }

}
