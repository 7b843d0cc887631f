package io.touchpoint.teams;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Messenger;
import io.touchpoint.chat.PlatformUnderTest;
import io.touchpoint.chat.Reference;
import io.touchpoint.teams.fake.Call;
import io.touchpoint.teams.fake.Control;
import io.touchpoint.teams.fake.Fault;
import io.touchpoint.teams.fake.Limits;
import io.touchpoint.teams.fake.Person;
import io.touchpoint.teams.fake.Post;
import io.touchpoint.time.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The running Teams adapter beside a simulated Teams. */
final class TeamsUnderTest implements PlatformUnderTest, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String TEAM = "19:team@thread.tacv2";

    private static final Set<String> SAYING = Set.of("create", "send", "update");

    private final AdapterUnderTest adapter = new AdapterUnderTest();

    private final Person ada = adapter.person("Ada");

    private final Person jon = adapter.person("Jon");

    TeamsUnderTest() {
        adapter.teams.company(adapter.teams.company().limits(Limits.none()));
        adapter.team(TEAM, jon, ada);
        adapter.teams.events().says(ada.id(), "hi");
        adapter.settle();
    }

    @Override
    public Messenger messenger() {
        return adapter.get(TeamsMessenger.class);
    }

    @Override
    public Address person() {
        return adapter.address(ada);
    }

    @Override
    public Address channel() {
        return adapter.channel(TEAM);
    }

    @Override
    public Address colleague() {
        return adapter.address(jon);
    }

    @Override
    public Address nobody() {
        return Address.person("w1", "teams", ada.tenant(), "00000000-0000-4000-8000-000000000000");
    }

    @Override
    public SettableClock clock() {
        return adapter.clock;
    }

    private Stream<Call> calls() {
        return adapter.teams.calls().stream().filter((call) -> SAYING.contains(call.operation()));
    }

    @Override
    public long sends() {
        return calls().count();
    }

    /** The line and the body of the call; the ids of buttons are opened. */
    @Override
    public JsonNode sent() {
        Call call = calls().reduce((_, later) -> later).orElseThrow();
        ObjectNode payload = JSON.createObjectNode().put("call", call.line());
        payload.set("body", call.request().deepCopy());
        // The SDK asks the machine for the time.
        PlatformUnderTest.objects(payload)
            .filter((one) -> one.has("timestamp"))
            .toList()
            .forEach((one) -> ((ObjectNode) one).put("timestamp", "NOW"));
        PlatformUnderTest.objects(payload).filter((one) -> one.has(Seal.NAME)).toList().forEach((one) -> {
            String id = one.path(Seal.NAME).asString();
            Seal.Press press = Stream.of(person(), channel())
                .flatMap((where) -> adapter.get(Seal.class).open(where, id).stream())
                .findFirst()
                .orElseThrow();
            ((ObjectNode) one).put(Seal.NAME, "sealed " + press.token() + ":" + press.action());
        });
        return payload;
    }

    @Override
    public String plainText(JsonNode payload) {
        return card(payload).path("fallbackText").asString();
    }

    private static JsonNode card(JsonNode payload) {
        return PlatformUnderTest.objects(payload)
            .filter((one) -> one.path("type").asString("").equals("AdaptiveCard"))
            .findFirst()
            .orElseThrow();
    }

    @Override
    public List<String> markup(JsonNode payload) {
        return PlatformUnderTest.objects(card(payload)).flatMap((one) -> switch (one.path("type").asString("")) {
            case "TextBlock" -> Stream.of(one.path("text").asString());
            case "FactSet" -> Stream.of(one.path("facts").toString());
            default -> Stream.<String>of();
        }).toList();
    }

    @Override
    public List<String> excesses(JsonNode payload) {
        List<String> excesses = new ArrayList<>(adapter.teams.flaws());
        int length = card(payload).toString().length();
        if (length > 28_000) {
            excesses.add(length + " characters of card, at most 28,000");
        }
        return excesses;
    }

    private Post post(Reference reference) {
        String place = Connector.root(reference.place());
        return adapter.teams.post(place + "|" + reference.message()).orElseThrow();
    }

    @Override
    public String read(Reference reference) {
        return adapter.teams.read(post(reference), ada.zone());
    }

    /** Each press is answered with the same message, so that its buttons stay. */
    @Override
    public List<Inbound.Pressed> pressEvery(Reference reference, Message message) {
        adapter.product((_) -> new Answer.Replaced(message));
        List<Inbound.Pressed> pressed = new ArrayList<>();
        String post = post(reference).id();
        for (Control control : adapter.teams.interactions().controls(ada.id(), post)) {
            if (control.kind() == Control.Kind.BUTTON) {
                adapter.received.clear();
                adapter.teams.interactions().press(ada.id(), post, control.id());
                adapter.settle();
                pressed.add((Inbound.Pressed) adapter.received.getFirst());
            }
        }
        adapter.product((_) -> new Answer.Nothing());
        return pressed;
    }

    @Override
    public void cutNext() {
        adapter.teams.faults().add(Fault.drop("send"));
    }

    @Override
    public void refuseNext(Duration retryAfter) {
        adapter.teams.faults().add(Fault.tooMany("send", retryAfter));
    }

    @Override
    public void close() {
        adapter.close();
    }

}
