package io.touchpoint.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Spot;
import io.touchpoint.journey.JourneyStage;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.outbox.Saying;
import io.touchpoint.survey.Scale;
import io.touchpoint.survey.Survey;
import io.touchpoint.team.Team;
import io.touchpoint.workspace.Workspace;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as a dialogue: something happens, and what the bot decides to say and do
 * is expected word for word.
 */
final class Chat {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final Survey.Words ENGLISH = new Survey.Words("Delivery", "the delivery", "how your delivery went",
            "How was the delivery, from 1 (very bad) to 5 (very good)?",
            List.of("Very bad", "Bad", "OK", "Good", "Very good"), "you ordered from us",
            "order {subject}, arrived {day}", "order {subject} arrived on {day}",
            "Order {subject} went back. I won't ask about it.");

    private static final Survey.Words GERMAN = new Survey.Words("Lieferung", "die Lieferung", "wie Ihre Lieferung lief",
            "Wie war die Lieferung, von 1 (sehr schlecht) bis 5 (sehr gut)?",
            List.of("Sehr schlecht", "Schlecht", "OK", "Gut", "Sehr gut"), "Sie bei uns bestellt haben",
            "Bestellung {subject}, angekommen am {day}", "Bestellung {subject} am {day} ankam",
            "Sie haben diese Bestellung zurückgeschickt.");

    private final Survey survey = new Survey("w1|survey|delivery", "w1", "delivery", Scale.STARS_5,
            Map.of("en", ENGLISH, "de", GERMAN), List.of(new Survey.Reason("late", Map.of("en", "Late")),
                    new Survey.Reason("tracking", Map.of("en", "No tracking"))));

    private final Team team = new Team("w1|team|delivery", "w1", "delivery", "delivery team",
            Map.of("de", "Das Lieferteam"), List.of(), BERLIN, Set.of(), LocalTime.of(17, 0), DayOfWeek.MONDAY,
            LocalTime.of(9, 0));

    private final Workspace workspace = new Workspace("w1", null, "Northwind Outfitters", BERLIN, Locale.ENGLISH,
            "https://northwind.example/privacy", List.of(), List.of(), List.of(), "");

    private Instant now = Instant.parse("2026-11-20T09:00:00Z");

    private Locale locale = Locale.ENGLISH;

    private @Nullable Spot thread;

    private @Nullable String name = "Dana";

    private boolean firstContact = true;

    private Conversation conversation;

    private List<Effect> decided = List.of();

    Chat() {
        this.conversation = plan();
    }

    Chat knownCustomer() {
        firstContact = false;
        return this;
    }

    Chat inGerman() {
        locale = Locale.GERMANY;
        conversation = plan();
        return this;
    }

    Chat inThread() {
        thread = new Spot(Address.channel("w1", "slack", "T1", "C7"), "7.1");
        conversation = plan();
        return this;
    }

    Chat nameless() {
        name = null;
        return this;
    }

    Chat asked() {
        return comes();
    }

    Chat comes() {
        return happens(new Happening.MayAsk());
    }

    Chat held() {
        return happens(new Happening.MayNotAsk());
    }

    Chat press(String action) {
        return happens(new Happening.Press("any", action));
    }

    Chat write(String words) {
        return happens(new Happening.Words(words, false));
    }

    Chat writeForCase(String words) {
        return happens(new Happening.Words(words, true));
    }

    Chat takeBack(String words) {
        return happens(new Happening.Unsaid(words));
    }

    Chat undone() {
        return happens(new Happening.Undone());
    }

    Chat threadClosed() {
        return happens(new Happening.ThreadClosed());
    }

    Chat timeIsUp() {
        return happens(new Happening.TimeIsUp());
    }

    Chat daysPass(int days) {
        now = now.plus(Duration.ofDays(days));
        return this;
    }

    Chat expect(String transcript) {
        assertThat(decided.stream().map(Chat::told).collect(Collectors.joining())).isEqualTo(transcript);
        return this;
    }

    private Chat happens(Happening happening) {
        Script script = new Script(workspace, survey, team, locale, conversation.plan().subject(), BERLIN);
        Scene scene = new Scene(script, name, BERLIN, locale, firstContact, now.plus(Duration.ofDays(3)),
                Instant.parse("2026-11-25T16:00:00Z"), BERLIN, now);
        Conversation next = new Dialogue(scene).next(conversation, happening);
        decided = next.effects();
        conversation = next.without(decided);
        return this;
    }

    private Conversation plan() {
        Touchpoint delivery = new Touchpoint("delivery", JourneyStage.POST_PURCHASE, false, "Delivery", "delivery",
                "jon", "Get the order", "On the promised day", 0.25, "delivery", List.of("order.delivered"),
                List.of("order.returned"), Duration.ofDays(1), 1, false);
        Subject subject = new Subject("order", "10442", null, "online order", Instant.parse("2026-11-19T09:00:00Z"));
        return Conversation.planned(new Plan("w1", "w1|customer|c42", null, delivery, "delivery", "jon", subject,
                Address.person("w1", "slack", "T1", "U42"), locale, now, null, thread));
    }

    private static String told(Effect effect) {
        return switch (effect) {
            case Effect.Say(String _, var saying) -> {
                String head = (saying.replaces() == null)
                        ? "say " + number(saying.key()) + ", " + saying.lane().name().toLowerCase(Locale.ROOT)
                        : "edit " + number(saying.replaces()) + " by " + number(saying.key());
                String where = (saying.to().kind() == Address.Kind.CHANNEL) ? " in the thread of " + thread(saying)
                        : "";
                yield head + where + "\n" + saying.message().plainText().indent(2);
            }
            case Effect.Answered record -> "record " + record.score()
                    + record.reasons().stream().map((reason) -> " " + reason).collect(Collectors.joining())
                    + record.comments().stream().map((words) -> " “" + words + "”").collect(Collectors.joining())
                    + "\n";
            case Effect.Complain complain -> "complain " + complain.score() + "\n";
            case Effect.Tell(String _, String words) -> "tell “" + words + "”\n";
            case Effect.OptOut _ -> "opt out\n";
            case Effect.OptIn _ -> "opt in\n";
        };
    }

    private static String thread(Saying saying) {
        return (saying.thread() == null) ? "nothing" : saying.thread().place() + " " + saying.thread().message();
    }

    private static String number(String key) {
        return key.substring(key.lastIndexOf('#') + 1).replaceFirst("^0+", "");
    }

}
