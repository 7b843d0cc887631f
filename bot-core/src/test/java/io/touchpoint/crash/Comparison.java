package io.touchpoint.crash;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.FakeMessenger;
import io.touchpoint.feedback.Cell;
import io.touchpoint.feedback.Response;
import io.touchpoint.feedback.Rollups;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Saying;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Compares what is stored, and what stands on the platforms, with what must have come.
 */
final class Comparison {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

    private static final LocalDate LAST = LocalDate.parse("2099-01-01");

    private final Run run;

    private final CoreUnderTest core;

    private final MongoOperations mongo;

    private final Map<String, Document> outbox;

    private final Map<String, Document> conversations;

    private final Map<String, Document> cases;

    final List<String> lost = new ArrayList<>();

    final List<String> doubled = new ArrayList<>();

    final List<String> wrong = new ArrayList<>();

    /**
     * @param rests whether nothing more was due in the end
     */
    Comparison(Run run, CoreUnderTest core, List<Story.Person> people, boolean rests) {
        this.run = run;
        this.core = core;
        this.mongo = core.mongo();
        this.outbox = all("outbox");
        this.conversations = all("conversations");
        this.cases = all("cases");
        all("inbound")
            .forEach((id, request) -> expect(!request.containsKey("claimAt") && !request.containsKey("parked"), lost,
                    "request " + id + " is not done"));
        expect(rests, wrong, "it does not come to rest");
        people.forEach(this::person);
        outbox.forEach(this::saying);
        promised(conversations, (one) -> one.get("talk", Document.class).getLong("said"));
        promised(cases, (one) -> one.getInteger("said").longValue());
        run.platforms.values().forEach(this::order);
        cells();
    }

    boolean clean() {
        return lost.isEmpty() && doubled.isEmpty() && wrong.isEmpty();
    }

    @Override
    public String toString() {
        return "lost " + lost + ", doubled " + doubled + ", wrong " + wrong;
    }

    private Map<String, Document> all(String collection) {
        return mongo.findAll(Document.class, collection)
            .stream()
            .collect(Collectors.toMap((one) -> one.getString("_id"), Function.identity(), (one, _) -> one,
                    TreeMap::new));
    }

    private static void expect(boolean holds, List<String> otherwise, String words) {
        if (!holds) {
            otherwise.add(words);
        }
    }

    private void person(Story.Person person) {
        String id = Company.conversation(person.number());
        Document conversation = conversations.get(id);
        if (conversation == null) {
            expect(person.returned(), lost, id);
            return;
        }
        Document state = conversation.get("state", Document.class);
        String expected = person.returned() ? "ended" : (person.day() == 0) ? "asking" : "rated";
        expect(expected.equals(state.getString("_class")), wrong, id + " is " + state.getString("_class"));
        expect(conversation.getList("effects", Object.class).isEmpty(), lost, "effects of " + id);
        expect(!conversation.getBoolean("leased"), wrong, id + " is still leased");
        Document answer = mongo.findById(id + "|rating", Document.class, "answers");
        expect((answer != null) == (person.day() > 0 && !person.returned()), lost, "answer of " + id);
        if (answer != null) {
            Document talk = conversation.get("talk", Document.class);
            expect(person.scores().contains(state.getInteger("score")), wrong, "score of " + id);
            expect(Objects.equals(state.get("score"), answer.get("score")), wrong, "answer's score of " + id);
            same(person.words(), talk.getList("comments", String.class), "words of " + id);
            same(talk.getList("comments", String.class), answer.getList("comments", String.class),
                    "answer's words of " + id);
            List<String> reasons = talk.getList("reasons", String.class);
            expect(person.reasons().equals(Set.copyOf(reasons)), wrong, "reasons of " + id + " " + reasons);
            expect(reasons.equals(answer.getList("reasons", String.class)), wrong, "answer's reasons of " + id);
        }
        complaint(person);
    }

    private void complaint(Story.Person person) {
        List<Document> his = cases.values()
            .stream()
            .filter((one) -> one.getString("_id").startsWith(Company.caseOf(person.number())))
            .toList();
        expect(his.isEmpty() != person.complained(), his.isEmpty() ? lost : doubled, "case of " + person.number());
        expect(his.size() <= 1, doubled, "cases of " + person.number());
        for (Document one : his) {
            List<String> words = new ArrayList<>(person.words());
            words.addAll(person.toCase());
            same(words, one.getList("heard", String.class), "words of " + one.get("_id"));
            expect(one.getString("status").equals(person.taken() ? "TAKEN" : "OPEN"), wrong, "case " + one.get("_id"));
            expect(one.getList("pending", Object.class, List.of()).isEmpty(), lost, "sayings of " + one.get("_id"));
        }
    }

    /** The same words, each as often. */
    private void same(List<String> expected, List<String> found, String what) {
        List<String> missing = new ArrayList<>(expected);
        found.forEach(missing::remove);
        List<String> more = new ArrayList<>(found);
        expected.forEach(more::remove);
        expect(missing.isEmpty(), lost, what);
        expect(more.isEmpty(), doubled, what);
    }

    private void promised(Map<String, Document> things, Function<Document, Long> said) {
        things.forEach((id, thing) -> {
            for (long number = 1; number <= said.apply(thing); number++) {
                String key = Saying.key(id, number);
                expect(outbox.containsKey(key), lost, key);
            }
        });
    }

    private void saying(String key, Document entry) {
        Document to = entry.get("saying", Document.class).get("to", Document.class);
        Platform platform = run.platform(to.getString("platform"));
        boolean person = to.getString("kind").equals("PERSON");
        String state = entry.getString("state");
        long standing = platform.standing()
            .stream()
            .filter((one) -> one.call().token().equals(entry.getString("token")) && one.call().replaced() == null)
            .count();
        boolean settled = switch (state) {
            case "DELIVERED" -> standing > 0 || replaces(entry) != null;
            case "PARKED" -> !platform.searchable() && !person && "unknown".equals(entry.getString("reason"));
            case "DROPPED" -> entry.getString("after") != null && parked(entry.getString("after"));
            default -> false;
        };
        expect(settled, lost, key + " is " + state);
        boolean mayBeTwice = !platform.searchable() && person;
        expect(mayBeTwice || standing <= 1 + platform.lateness(entry.getString("token")), doubled,
                key + " stands " + standing + " times");
    }

    private boolean parked(String key) {
        Document entry = outbox.get(key);
        return entry != null && entry.getString("state").equals("PARKED");
    }

    private static @Nullable String replaces(Document entry) {
        return entry.get("saying", Document.class).getString("replaces");
    }

    /**
     * New messages stand in the order of their lines, and of all edits the last one
     * stands.
     */
    private void order(Platform platform) {
        Map<String, Document> tokens = outbox.values()
            .stream()
            .collect(Collectors.toMap((one) -> one.getString("token"), Function.identity(), (one, _) -> one));
        Map<String, Long> lines = new HashMap<>();
        Map<String, String> edits = new HashMap<>();
        Map<String, String> lastEdits = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (FakeMessenger.Standing one : platform.standing()) {
            Document entry = tokens.get(one.call().token());
            if (entry == null) {
                wrong.add("nobody promised what stands as " + one.reference());
                continue;
            }
            String key = entry.getString("_id");
            String replaced = replaces(entry);
            if (replaced != null) {
                lastEdits.put(replaced, key);
                edits.merge(replaced, key, (before, now) -> (before.compareTo(now) > 0) ? before : now);
            }
            else if (entry.get("saying", Document.class).get("threadOf") == null && seen.add(key)) {
                Long before = lines.put(line(one.call().to(), entry), entry.getLong("order"));
                expect(before == null || before <= entry.getLong("order"), wrong, key + " came too late");
            }
        }
        lastEdits.forEach((replaced, last) -> expect(
                last.equals(edits.get(replaced)) || platform.lateness(Outbox.token(last)) > 0, wrong,
                replaced + " shows what " + last + " says"));
    }

    private static String line(Address to, Document entry) {
        return to.key() + "|" + entry.getInteger("lane");
    }

    private void cells() {
        Rollups rollups = core.get(Rollups.class);
        Map<String, Map<Integer, Long>> recount = new TreeMap<>();
        for (Response response : mongo.findAll(Response.class)) {
            if (response.score() != null) {
                recount.computeIfAbsent(response.platform() + response.day(), (_) -> new TreeMap<>())
                    .merge(response.score(), 1L, Long::sum);
            }
        }
        Map<String, Map<Integer, Long>> cells = new TreeMap<>();
        for (Cell cell : rollups.cells(Company.ID, FIRST, LAST)) {
            Map<Integer, Long> counts = cells.computeIfAbsent(cell.platform() + cell.day(), (_) -> new TreeMap<>());
            for (int i = 0; i < cell.counts().size(); i++) {
                if (cell.counts().get(i) > 0) {
                    counts.put(i + 1, cell.counts().get(i));
                }
            }
        }
        expect(recount.equals(cells), wrong, "cells " + cells + " but answers " + recount);
    }

}
