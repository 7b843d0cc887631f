package io.touchpoint.scenario;

import io.touchpoint.scenario.Script.Happening;
import io.touchpoint.scenario.Script.Manner;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** One run of the four weeks, and what everybody has read in the end. */
final class FourWeeks {

    private static final Duration GLANCE = Duration.ofHours(3);

    private static final Instant END = Script.MONDAY.plusWeeks(4)
        .atStartOfDay()
        .toInstant(ZoneOffset.UTC)
        .plus(Duration.ofHours(20));

    private final Play play;

    private final Script script;

    private final List<String> ids = new ArrayList<>();

    private final PriorityQueue<Deed> plan = new PriorityQueue<>(
            Comparator.comparing(Deed::at).thenComparingInt(Deed::number));

    private final Map<Integer, Happening> waiting = new LinkedHashMap<>();

    private final Map<Integer, Integer> read = new HashMap<>();

    private final List<Given> given = new ArrayList<>();

    private final Set<String> watched = new LinkedHashSet<>();

    private final Map<String, String> first = new HashMap<>();

    private int deeds;

    /** Something that is done at a time. */
    private record Deed(Instant at, int number, Runnable what) {
    }

    /**
     * A rating that was given; {@code named} when the first reason was chosen with it.
     */
    record Given(Asked about, int score, Instant at, String customer, boolean named) {

        boolean unhappy() {
            return about.unhappy(score);
        }

    }

    FourWeeks(String url, long seed) {
        this.play = new Play(url);
        this.script = new Script(seed);
    }

    void run() {
        play.advance(Duration.ofMinutes(1));
        for (Script.Customer customer : script.customers()) {
            ids.add(play.customer(customer.name(), customer.locale(), customer.zone(), customer.account()));
        }
        for (Happening happening : script.happenings()) {
            plan(happening.at(), () -> happens(happening));
        }
        Instant now = play.now();
        while (now.isBefore(END)) {
            Deed next = plan.peek();
            Instant until = (next == null) ? END : next.at();
            if (!waiting.isEmpty() && now.plus(GLANCE).isBefore(until)) {
                until = now.plus(GLANCE);
            }
            until = until.isAfter(END) ? END : until;
            if (until.isAfter(now)) {
                play.clock(until);
            }
            now = play.now();
            while (plan.peek() != null && !plan.peek().at().isAfter(now)) {
                plan.remove().what().run();
            }
            look(play.now());
            now = play.now();
        }
    }

    /** What stands in a customer's chat; what is new is remembered as it reads now. */
    private List<JsonNode> read(String id) {
        List<JsonNode> messages = play.direct(id);
        messages.forEach((message) -> first.putIfAbsent(message.get("id").asString(), words(message)));
        return messages;
    }

    private void plan(Instant at, Runnable what) {
        plan.add(new Deed(at, deeds++, what));
    }

    private void happens(Happening happening) {
        play.event(happening.kind(), happening.subject(), ids.get(happening.number()));
        waiting.put(happening.number(), happening);
    }

    /** Customers who wait for a question read what is new. */
    private void look(Instant now) {
        watched.forEach(this::read);
        for (Happening happening : List.copyOf(waiting.values())) {
            int number = happening.number();
            List<JsonNode> messages = read(ids.get(number));
            JsonNode last = messages.isEmpty() ? null : messages.getLast();
            if (last != null && messages.size() > read.getOrDefault(number, 0) && !rating(last, happening).isEmpty()) {
                read.put(number, messages.size());
                waiting.remove(number);
                if (!happening.rated()) {
                    watched.add(ids.get(number));
                }
                if (happening.manner() != Manner.SILENT) {
                    plan(now.plus(Duration.ofMinutes(7 + number)), () -> answers(happening, last));
                }
            }
        }
    }

    private void answers(Happening happening, JsonNode question) {
        String id = ids.get(happening.number());
        switch (happening.manner()) {
            case NOT_NOW -> play.press(id, question, later(question));
            case STOP -> play.press(id, question, stop(question));
            case TYPE -> play.write(id, rating(question, happening).split(" ", 2)[0]);
            case TAP, TAP_AND_REASON, TAP_AND_WORDS, TAP_AND_WISH ->
                play.press(id, question, rating(question, happening));
            case SILENT -> throw new IllegalStateException("silent");
        }
        if (happening.rated()) {
            given.add(new Given(Asked.of(happening.touchpoint()), happening.score(), play.now(), id,
                    happening.manner() == Manner.TAP_AND_REASON));
            plan(play.now().plus(Duration.ofMinutes(2)), () -> goesOn(happening, id));
        }
        read.put(happening.number(), read(id).size());
    }

    /** What rates as the script has it, in words of the question; empty if it is none. */
    private static String rating(JsonNode message, Happening happening) {
        List<String> labels = Play.labels(message);
        boolean happy = happening.score() > 2;
        for (String label : labels) {
            boolean thumb = happy ? (label.equals("Yes") || label.equals("Ja"))
                    : (label.equals("No") || label.equals("Nein"));
            if (thumb || (label + " ").startsWith(Math.max(1, happening.score()) + " ")) {
                return label;
            }
        }
        return "";
    }

    private static String later(JsonNode question) {
        List<String> labels = Play.labels(question);
        return labels.get(labels.size() - 2);
    }

    private static String stop(JsonNode question) {
        return Play.labels(question).getLast();
    }

    private void goesOn(Happening happening, String id) {
        JsonNode followUp = read(id).getLast();
        List<String> labels = Play.labels(followUp);
        String words = happening.words();
        switch (happening.manner()) {
            case TAP_AND_REASON -> play.press(id, followUp, labels.getFirst());
            case TAP_AND_WORDS -> play.write(id, (words != null) ? words : "");
            case TAP_AND_WISH -> play.press(id, followUp, labels.get(labels.size() - 2));
            case TAP -> play.press(id, followUp, labels.getLast());
            case TYPE, NOT_NOW, STOP, SILENT -> read.merge(happening.number(), 0, Integer::sum);
        }
        read.put(happening.number(), read(id).size());
    }

    /** The ratings that customers gave, in the order in which they gave them. */
    List<Given> given() {
        return given;
    }

    Play play() {
        return play;
    }

    /** What stands in each direct chat and channel where anything stands, by its name. */
    Map<String, String> transcripts() {
        Map<String, String> names = new HashMap<>();
        Map<String, String> transcripts = new TreeMap<>();
        play.people().forEach((person) -> names.put(person.get("id").asString(), person.get("name").asString()));
        for (JsonNode person : play.people()) {
            transcript(transcripts, person.get("name").asString(), play.direct(person.get("id").asString()), names);
        }
        for (JsonNode channel : play.channels()) {
            transcript(transcripts, "#" + channel.get("name").asString(), play.channel(channel.get("id").asString()),
                    names);
        }
        return transcripts;
    }

    private static String words(JsonNode message) {
        List<String> labels = Play.labels(message);
        return message.get("text").asString() + (labels.isEmpty() ? "" : "\n" + labels) + "\n";
    }

    private void transcript(Map<String, String> transcripts, String name, List<JsonNode> messages,
            Map<String, String> names) {
        if (messages.isEmpty()) {
            return;
        }
        Map<String, Integer> numbers = new HashMap<>();
        StringBuilder text = new StringBuilder();
        for (JsonNode message : messages) {
            numbers.put(message.get("id").asString(), numbers.size() + 1);
            String from = message.get("from").asString();
            text.append("== ").append(numbers.size()).append(", ").append(message.get("at").asString());
            text.append(", ").append(names.getOrDefault(from, from));
            if (message.has("replyTo")) {
                text.append(", reply to ").append(numbers.getOrDefault(message.get("replyTo").asString(), 0));
            }
            text.append(message.path("edited").asBoolean() ? ", edited" : "");
            text.append(message.path("deleted").asBoolean() ? ", deleted" : "").append('\n');
            String before = first.getOrDefault(message.get("id").asString(), "");
            String now = words(message);
            text.append((before.isEmpty() || before.equals(now)) ? "" : before + "-- and then\n")
                .append(now)
                .append('\n');
        }
        transcripts.put(name, text.toString());
    }

}
