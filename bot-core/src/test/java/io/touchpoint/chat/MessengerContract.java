package io.touchpoint.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.scenario.Golden;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every messenger promises, whatever its platform. What goes over the wire is kept
 * in one file for each message below {@code messenger} in the resources of the adapter's
 * tests.
 */
public interface MessengerContract {

    PlatformUnderTest platform();

    /** A message that was said, and what went over the wire for it. */
    record Said(Reference reference, JsonNode payload) {
    }

    private Said said(Delivery delivery) {
        assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
        return new Said(((Delivery.Delivered) delivery).reference(), platform().sent());
    }

    private Said say(Address to, @Nullable Reference thread, Message message, String token) {
        return said(platform().messenger().deliver(to, thread, message, token));
    }

    private Message message(Messages one) {
        return one.message(platform().colleague());
    }

    @ParameterizedTest
    @EnumSource
    default void sendsTheWholePayload(Messages one) {
        Messenger messenger = platform().messenger();
        Message message = message(one);
        Said person = say(platform().person(), null, message, "token");
        Said root = say(platform().channel(), null, Message.text("A thread begins."), "root");
        Said channel = say(platform().channel(), null, message, "token");
        Said thread = say(platform().channel(), root.reference(), message, "token");
        Said replaced = said(messenger.replace(platform().person(), person.reference(), message, "later"));
        assertThat(replaced.reference()).isEqualTo(person.reference());
        Map<String, JsonNode> payloads = new LinkedHashMap<>();
        payloads.put("person", person.payload());
        if (!one.oversize()) {
            payloads.put("channel", channel.payload());
            payloads.put("thread", thread.payload());
            payloads.put("replaced", replaced.payload());
        }
        JsonMapper json = JsonMapper.shared();
        String text = json.writerWithDefaultPrettyPrinter()
            .writeValueAsString(json.valueToTree(payloads))
            .replace(System.lineSeparator(), "\n")
            .replace(root.reference().message(), "THREAD")
            .replace(person.reference().message(), "MESSAGE");
        Golden.compareFile("messenger/" + one.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json", text + "\n");
    }

    /** So a conversation is known that is not ours. */
    @Test
    default void answersInAThreadThatChannelAndMessageName() {
        Message message = Message.text("How did we do?");
        Said root = say(platform().channel(), null, Message.text("A thread begins."), "root");
        Said known = say(platform().channel(), root.reference(), message, "token");
        Said named = say(platform().channel(), new Reference(platform().channel().id(), root.reference().message()),
                message, "token");
        assertThat(named.payload()).isEqualTo(known.payload());
        assertThat(named.reference().place()).isEqualTo(known.reference().place());
    }

    @ParameterizedTest
    @EnumSource
    default void getsItsTokenBackFromEveryButton(Messages one) {
        Message message = message(one);
        List<String> actions = message.blocks()
            .stream()
            .flatMap((block) -> (block instanceof Block.Buttons(var row)) ? row.stream() : Stream.<Button>of())
            .filter((button) -> button.url() == null)
            .map(Button::action)
            .toList();
        for (Address to : List.of(platform().person(), platform().channel())) {
            Said said = say(to, null, message, "token-of-" + one.ordinal());
            List<Inbound.Pressed> pressed = platform().pressEvery(said.reference(), message);
            assertThat(pressed).extracting(Inbound.Pressed::action).isEqualTo(actions);
            assertThat(pressed).allSatisfy((press) -> {
                assertThat(press.token()).isEqualTo("token-of-" + one.ordinal());
                assertThat(press.in()).isEqualTo(to);
                assertThat(press.message()).isEqualTo(said.reference());
                assertThat(press.actor().person()).isEqualTo(platform().person());
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    default void tellsAllOfItAsPlainTextInReadingOrder(Messages one) {
        Message message = message(one);
        Said said = say(platform().person(), null, message, "token");
        String plain = letters(platform().plainText(said.payload()));
        String shown = letters(platform().read(said.reference()));
        if (one.oversize()) {
            assertThat(plain).startsWith("Allcommentsline0");
            assertThat(shown).startsWith("Allcommentsline0").contains("Showmore").endsWith("Close");
            return;
        }
        assertThat(plain).isEqualTo(letters(message.plainText()));
        int at = 0;
        for (String piece : pieces(message)) {
            assertThat(shown.substring(at)).contains(letters(piece));
            at = shown.indexOf(letters(piece), at) + letters(piece).length();
        }
    }

    @ParameterizedTest
    @EnumSource
    default void staysWithinWhatThePlatformTakes(Messages one) {
        for (Address to : List.of(platform().person(), platform().channel())) {
            Said said = say(to, null, message(one), "token");
            assertThat(platform().excesses(said.payload())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    default void showsNobodysWordsWhereMarkupIsRendered(Messages one) {
        Message message = message(one);
        String markup = letters(
                String.join(" ", platform().markup(say(platform().person(), null, message, "token").payload())));
        for (Block block : message.blocks()) {
            if (block instanceof Block.Quote(String words, var _)) {
                String begun = letters(words);
                assertThat(markup).doesNotContain(begun.substring(0, Math.min(12, begun.length())));
            }
        }
    }

    @Test
    default void namesItsBudgetsNarrowestFirst() {
        Messenger messenger = platform().messenger();
        for (boolean replacing : List.of(true, false)) {
            for (Address to : List.of(platform().person(), platform().channel())) {
                List<Budget> budgets = messenger.budgets(to, replacing);
                assertThat(budgets).isNotEmpty().allSatisfy((budget) -> {
                    assertThat(budget.key()).startsWith(to.workspace() + "|" + to.platform() + "|" + to.tenant() + "|");
                    assertThat(budget.burst()).isPositive();
                });
                assertThat(budgets).extracting(Budget::key).doesNotHaveDuplicates();
                assertThat(budgets.reversed()).extracting(Budget::interval).isSorted();
            }
        }
        List<Budget> person = messenger.budgets(platform().person(), false);
        List<Budget> channel = messenger.budgets(platform().channel(), false);
        assertThat(person.getFirst().key()).isNotEqualTo(channel.getFirst().key());
        assertThat(person.getLast()).isEqualTo(channel.getLast());
    }

    @Test
    default void findsWhatItSaidOrSaysThatItCannot() {
        Messenger messenger = platform().messenger();
        Instant since = platform().clock().advance(Duration.ofMinutes(10));
        Said said = say(platform().channel(), null, Message.text("Hello"), "sought");
        assertThat(messenger.find(platform().channel(), null, "sought", since))
            .isIn(new Messenger.Trace.Found(said.reference()), new Messenger.Trace.Never());
        platform().clock().advance(Duration.ofMinutes(10));
        assertThat(messenger.find(platform().channel(), null, "never-said", since)).isIn(new Messenger.Trace.Absent(),
                new Messenger.Trace.Never());
    }

    @Test
    default void doesNotKnowWhatBecameOfAMessageWhoseAnswerIsLost() {
        say(platform().person(), null, Message.text("Hello"), "warm");
        long before = platform().sends();
        platform().cutNext();
        assertThat(platform().messenger().deliver(platform().person(), null, Message.text("Hello"), "lost"))
            .isInstanceOf(Delivery.Unknown.class);
        assertThat(platform().sends()).isEqualTo(before + 1);
    }

    @Test
    default void waitsAsLongAsItIsTold() {
        platform().refuseNext(Duration.ofSeconds(7));
        Delivery delivery = platform().messenger()
            .deliver(platform().person(), null, Message.text("Hello"), "too-many");
        assertThat(delivery).isInstanceOfSatisfying(Delivery.Deferred.class, (deferred) -> {
            assertThat(deferred.after()).isEqualTo(Duration.ofSeconds(7));
            assertThat(platform().messenger().budgets(platform().person(), false)).extracting(Budget::key)
                .contains(deferred.budget());
        });
    }

    @Test
    default void refusesToWriteToNobody() {
        assertThat(platform().messenger().deliver(platform().nobody(), null, Message.text("Hello"), "token"))
            .isInstanceOf(Delivery.Refused.class);
    }

    @Test
    default void isNamedLikeItsAddresses() {
        assertThat(platform().messenger().platform()).isEqualTo(platform().person().platform());
    }

    /**
     * Letters and digits alone: signs may be replaced by others that look like them.
     */
    private static String letters(String text) {
        return PlainText.clean(text)
            .codePoints()
            .filter((point) -> Character.isLetterOrDigit(point)
                    && Character.getType(point) != Character.MODIFIER_LETTER)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    }

    private static List<String> pieces(Message message) {
        List<String> pieces = new ArrayList<>();
        for (Block block : message.blocks()) {
            switch (block) {
                case Block.Heading(String title) -> pieces.add(title);
                case Block.Paragraph(var spans) -> pieces.addAll(words(spans));
                case Block.Note(var spans) -> pieces.addAll(words(spans));
                case Block.Quote(String words, var source) -> {
                    pieces.add(words);
                    pieces.add((source == null) ? "" : source);
                }
                case Block.Buttons(var buttons) -> buttons.forEach((button) -> pieces.add(button.label()));
                case Block.Bars bars -> pieces.add(bars.title());
            }
        }
        return pieces;
    }

    private static List<String> words(List<Span> spans) {
        // Each reader has their own words for a moment.
        return spans.stream().filter((span) -> !(span instanceof Span.Moment)).map(Span::plainText).toList();
    }

}
