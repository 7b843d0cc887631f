package io.touchpoint.realclients;

import io.touchpoint.scenario.Play;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A story that shows every kind of card and dialog, and the cards as they stood in it.
 */
final class EveryCard {

    private static final List<String> CUSTOMERS = List.of("Dana", "Grace", "Anjali", "Liam", "Olivia");

    private static final List<String> COLLEAGUES = List.of("Mara", "Jon");

    private final Play play;

    private final String channel;

    private final Map<String, JsonNode> cards = new LinkedHashMap<>();

    EveryCard(String url) {
        this.play = new Play(url);
        this.channel = play.channelOf("delivery");
    }

    /** The cards, each by what can be read on it. */
    Map<String, JsonNode> cards() {
        look();
        customers();
        colleagues();
        checkIns();
        return cards;
    }

    private void look() {
        Stream.concat(CUSTOMERS.stream(), COLLEAGUES.stream())
            .forEach((name) -> play.direct(play.person(name)).forEach(this::keep));
        play.channel(channel).forEach(this::keep);
    }

    private void keep(JsonNode shown) {
        JsonNode card = shown.path("native").path("card");
        if (card.isObject()) {
            cards.putIfAbsent(shown.path("text").asString(), card);
        }
    }

    private void keepForm(JsonNode answer) {
        if (!answer.path("form").path("native").path("card").isObject()) {
            throw new IllegalStateException("no dialog: " + answer);
        }
        keep(answer.path("form"));
    }

    private void says(String name, String words) {
        play.write(play.person(name), words);
        look();
    }

    private void presses(String name, String label) {
        String id = play.person(name);
        play.pressNewest(id, play.direct(id), label);
        look();
    }

    private JsonNode opens(String name, String label) {
        JsonNode answer = play.pressNewest(play.person(name), play.channel(channel), label);
        keepForm(answer);
        return answer;
    }

    private void passes(Duration time) {
        play.advance(time);
        look();
    }

    private void customers() {
        for (int i = 0; i < CUSTOMERS.size(); i++) {
            play.event("order.delivered", Integer.toString(10442 + i), play.person(CUSTOMERS.get(i)));
        }
        passes(Duration.ofHours(48));
        presses("Dana", "2 Bad");
        presses("Dana", "Late");
        says("Dana", "Two days late and nobody told me.");
        says("Dana", "Can somebody please write to me?");
        presses("Grace", "Not now");
        presses("Anjali", "Stop asking");
        says("Anjali", "help");
        presses("Liam", "5 Very good");
        says("Liam", "The driver called ahead, perfect.");
        says("Liam", "I meant 4");
        says("Olivia", "Where is my refund?");
        says("Olivia", "pretty good");
        passes(Duration.ofHours(72));
    }

    private void colleagues() {
        String jon = play.person("Jon");
        String mara = play.person("Mara");
        play.pressNewest(jon, play.channel(channel), "I'll take it");
        look();
        JsonNode reply = opens("Jon", "Reply to customer");
        play.submit(jon, reply, Map.of("", "I am sorry about that. We have refunded the shipping."));
        look();
        JsonNode late = opens("Mara", "Close");
        JsonNode close = opens("Jon", "Close");
        close(jon, close);
        look();
        keepForm(close(mara, late));
        opens("Mara", "See comments");
        for (String words : List.of("help", "home", "/touchpoint why dana@acme.example", "/touchpoint why",
                "/touchpoint map", "/touchpoint digest delivery", "/touchpoint nonsense")) {
            says("Mara", words);
        }
    }

    private JsonNode close(String person, JsonNode answer) {
        for (JsonNode field : answer.path("form").path("fields")) {
            if (field.path("options").isArray() && !field.path("options").isEmpty()) {
                return play.submit(person, answer, Map.of(field.path("label").asString(),
                        field.path("options").get(0).path("value").asString(), "What we did", "Called the carrier."));
            }
        }
        throw new IllegalStateException("nothing to choose: " + answer);
    }

    private void checkIns() {
        String jon = play.person("Jon");
        String mara = play.person("Mara");
        Instant monday = Instant.parse("2026-11-30T09:00:00Z");
        if (play.now().isBefore(monday)) {
            play.clock(monday);
            look();
        }
        JsonNode plan = opens("Mara", "Plan a check-in");
        play.submit(mara, plan, Map.of("With", jon, "Time", "16:00"));
        look();
        presses("Jon", "Accept");
        for (int days = 0; days < 9; days++) {
            passes(Duration.ofDays(1));
        }
    }

}
