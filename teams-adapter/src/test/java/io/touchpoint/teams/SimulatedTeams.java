package io.touchpoint.teams;

import io.touchpoint.sandbox.Northwind;
import io.touchpoint.sandbox.SimulatedPlatform;
import io.touchpoint.teams.fake.Answered;
import io.touchpoint.teams.fake.FakeTeams;
import io.touchpoint.teams.fake.Limits;
import io.touchpoint.teams.fake.Place;
import io.touchpoint.teams.fake.Pressed;
import io.touchpoint.teams.fake.Team;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft Teams as the sandbox sees it: one tenant and team of the company on a
 * {@link FakeTeams}, its customers as guests with the app. A person's id is the one in
 * Entra, as business systems know it; who writes a scenario for all platforms finds ids
 * by name in the sandbox's state. The app is installed for everybody as soon as it is
 * known where the application is.
 */
public final class SimulatedTeams implements SimulatedPlatform {

    /** The team; its General channel has the same id. */
    static final String TEAM = "19:northwind@thread.tacv2";

    /** Where guests are let in. */
    private static final String CUSTOMERS = channel(Northwind.CUSTOMERS);

    private static final String HOME = "home";

    private final FakeTeams teams;

    private final TeamsReading reading;

    private final BadDays badDays;

    private final Map<String, Person> people = new LinkedHashMap<>();

    private final List<Channel> channels;

    private boolean installed;

    private @Nullable Limits later;

    public SimulatedTeams(FakeTeams teams) {
        this.teams = teams;
        this.reading = new TeamsReading(teams);
        this.badDays = new BadDays(teams);
        for (Newcomer newcomer : Northwind.people()) {
            register(newcomer);
        }
        Team team = Team.of(TEAM, Northwind.NAME, teams.company().tenant(), colleagues());
        teams.add(team);
        this.channels = Northwind.channels()
            .stream()
            .map((channel) -> new Channel(channel(channel.id()), channel.name(), channel.team()))
            .toList();
        channels.forEach((channel) -> teams.add(Place.channel(channel.id(), channel.name(), team)));
        people().stream()
            .filter((person) -> person.role() == Role.CUSTOMER)
            .forEach((customer) -> joins(CUSTOMERS, customer.id()));
    }

    private void joins(String channel, String person) {
        teams.changePlace(channel, (place) -> place.joined(known(person).id()));
    }

    /** The platform's id of a channel of the company. */
    static String channel(String key) {
        return "19:" + key + "@thread.tacv2";
    }

    private Set<String> colleagues() {
        Set<String> members = new LinkedHashSet<>();
        people().stream()
            .filter((person) -> person.role() != Role.CUSTOMER)
            .forEach((person) -> members.add(known(person.id()).id()));
        return members;
    }

    private io.touchpoint.teams.fake.Person known(String person) {
        return teams.person(person).orElseThrow(() -> new IllegalArgumentException("no such person: " + person));
    }

    /** What was said that Teams takes, but shows otherwise than it was meant. */
    public List<String> flaws() {
        return teams.flaws();
    }

    @Override
    public String name() {
        return "teams";
    }

    @Override
    public synchronized void deliverTo(URI application) {
        teams.deliverTo(application.resolve("/api/messages"));
        if (!installed) {
            installed = true;
            // What is installed over weeks is installed here in one moment of the clock.
            later = teams.company().limits();
            teams.company(teams.company().limits(Limits.none()));
            people().stream()
                .filter((person) -> person.role() == Role.ADMIN)
                .findFirst()
                .ifPresent((admin) -> teams.events().installsIn(TEAM, admin.id()).forEach(SimulatedTeams::taken));
            people.keySet().forEach(this::install);
        }
    }

    private void install(String person) {
        teams.events().installs(person).forEach(SimulatedTeams::taken);
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
        String id = register(newcomer);
        if (newcomer.role() != Role.CUSTOMER) {
            String member = known(id).id();
            teams.changeTeam(TEAM, (team) -> team.joined(member));
            channels.forEach((channel) -> joins(channel.id(), id));
        }
        else {
            joins(CUSTOMERS, id);
        }
        if (installed) {
            install(id);
        }
        return id;
    }

    private synchronized String register(Newcomer newcomer) {
        String key = (newcomer.id() != null) ? newcomer.id() : "n%03d".formatted(people.size());
        io.touchpoint.teams.fake.Person person = io.touchpoint.teams.fake.Person.of(key, teams.company().tenant(),
                newcomer.name(), newcomer.email(), newcomer.timeZone(), newcomer.locale());
        teams.add(
                (newcomer.role() == Role.CUSTOMER) ? person.with(io.touchpoint.teams.fake.Person.Trait.GUEST) : person);
        people.put(person.aadObjectId(), new Person(person.aadObjectId(), newcomer.name(), newcomer.role(),
                newcomer.locale(), newcomer.timeZone(), newcomer.team(), newcomer.email(), newcomer.account()));
        return person.aadObjectId();
    }

    @Override
    public List<Shown> channel(String channel, int from) {
        return reading.all(channel).stream().skip(from).toList();
    }

    @Override
    public List<Shown> direct(String person, int from) {
        return reading.direct(known(person)).stream().skip(from).toList();
    }

    @Override
    public Optional<Shown> message(String id) {
        return teams.post(plain(id)).map(reading::shown);
    }

    /** The id of the message behind what one person sees of it. */
    private static String plain(String id) {
        String[] parts = id.split("\\|", 3);
        return (parts.length == 3) ? parts[0] + "|" + parts[1] : id;
    }

    /** Colleagues write to the bot; customers have no personal view in Teams. */
    @Override
    public void opensHome(String person) {
        if (people().stream().anyMatch((one) -> one.id().equals(person) && one.role() != Role.CUSTOMER)) {
            says(person, null, HOME, null);
        }
    }

    @Override
    public Optional<Shown> home(String person) {
        return reading.after(known(person), HOME);
    }

    @Override
    public void says(String person, @Nullable String channel, String text, @Nullable String replyTo) {
        io.touchpoint.teams.fake.Person writer = known(person);
        String place = (channel == null) ? teams.directChat(writer.id()) : channel;
        String thread = (replyTo == null) ? null
                : teams.post(plain(replyTo))
                    .orElseThrow(() -> new IllegalArgumentException("There is no message “" + replyTo + "”."))
                    .activityId();
        teams.events().says(writer.id(), place, text, thread).answers().forEach(SimulatedTeams::taken);
    }

    @Override
    public void presses(String person, String on, String control, List<String> value,
            Map<String, List<String>> filled) {
        Map<String, List<String>> values = new LinkedHashMap<>(filled);
        if (!value.isEmpty()) {
            values.put(control, value);
        }
        Pressed pressed = teams.interactions().press(person, plain(on), reading.followed(person, on, control), values);
        if (!pressed.errors().isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", pressed.errors().values()));
        }
        taken(pressed);
    }

    @Override
    public Map<String, String> submits(String person, String form, Map<String, List<String>> values) {
        Pressed pressed = teams.interactions().submit(person, form, values);
        taken(pressed);
        return pressed.errors().isEmpty() ? pressed.open().map(TeamsReading::complaints).orElse(Map.of())
                : pressed.errors();
    }

    @Override
    public void closesForms(String person) {
        teams.interactions().close(person);
    }

    @Override
    public Optional<OpenForm> form(String person) {
        return teams.dialog(person).map(reading::form);
    }

    /** The words after the slash command, said to the bot. */
    @Override
    public void commands(String person, @Nullable String channel, String command) {
        String words = command.startsWith("/") ? command.replaceFirst("^/\\S+\\s*", "") : command;
        String said = words.isBlank() ? "help" : words;
        says(person, channel, (channel == null) ? said : "@Touchpoint " + said, null);
    }

    @Override
    public void marksSolved(String person, String message) {
        taken(teams.interactions().chooses(person, plain(message), MessageAction.MARK_SOLVED));
    }

    private static void taken(Pressed pressed) {
        Answered answer = pressed.answer();
        if (answer != null) {
            taken(answer);
        }
    }

    private static void taken(Answered answered) {
        if (!answered.ok()) {
            throw new IllegalArgumentException("The application did not take it: status " + answered.status()
                    + (answered.problem().isEmpty() ? "" : ", " + answered.problem()) + ".");
        }
    }

    @Override
    public void misbehave(Misbehaviour bad) {
        badDays.begin(bad);
    }

    @Override
    public void behave() {
        badDays.end();
    }

    @Override
    public int hanging() {
        return teams.faults().hanging();
    }

    @Override
    public List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        for (io.touchpoint.teams.fake.Call call : teams.calls()) {
            String answer = (call.status() == 0) ? "none" : (call.status() + " " + call.error()).strip();
            calls.add(new Call(call.operation(), call.target(), call.at(), answer));
        }
        return calls;
    }

    /** Clients refresh at once the cards that ask for it. */
    @Override
    public Optional<Instant> nextDue() {
        limitAgain();
        return teams.interactions().refreshDue() ? Optional.of(Instant.EPOCH) : teams.deliveries().nextRedelivery();
    }

    /**
     * Asked for what is due, the platform knows that the application has done its work.
     */
    private synchronized void limitAgain() {
        Limits limits = later;
        if (limits != null) {
            teams.company(teams.company().limits(limits));
            later = null;
        }
    }

    @Override
    public int runDue(Instant now) {
        return teams.interactions().refreshAll() + teams.deliveries().redeliverDue(now).size();
    }

}
