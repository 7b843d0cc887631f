package io.touchpoint.bot;

import io.touchpoint.breaker.Breaker;
import io.touchpoint.breaker.Stop;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Span;
import io.touchpoint.heartbeat.DeadLetter;
import io.touchpoint.heartbeat.DeadLetters;
import io.touchpoint.heartbeat.Heartbeat;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.team.Colleague;
import io.touchpoint.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What an admin sees of the work behind the chats, and does about what was given up: each
 * piece of it has a name of six characters, by which it is tried again or left.
 */
@Component
class Health {

    private static final Logger log = LoggerFactory.getLogger(Health.class);

    private static final int LISTED = 10;

    private static final int MOST = 500;

    private static final int NAME = 6;

    private static final Duration LATE = Duration.ofMinutes(1);

    /** What the reasons mean that an admin can do something about. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("unknown", "nobody can find out whether it arrived"),
            Map.entry("channel_not_found", "the channel is gone, or the bot is not in it"),
            Map.entry("not_in_channel", "the bot is not in the channel"),
            Map.entry("is_archived", "the channel is archived"),
            Map.entry("account_inactive", "the account is deactivated"),
            Map.entry("user_disabled", "the account is deactivated"),
            Map.entry("invalid_auth", "Slack does not accept the bot's token"),
            Map.entry("token_revoked", "the app was removed from Slack"),
            Map.entry("not_installed", "the person or channel has no Touchpoint app"),
            Map.entry("uninstalled", "the app was removed"),
            Map.entry("BotNotRegistered", "Teams does not know the bot"),
            Map.entry("ConversationBlockedByUser", "the person has blocked the bot"),
            Map.entry("BotNotInConversationRoster", "the bot is not in the channel"),
            Map.entry("BotDisabledByAdmin", "an admin of Teams has disabled the bot"),
            Map.entry("ConversationNotFound", "the chat or channel is gone"));

    private final ObjectProvider<Heartbeat> heartbeat;

    private final List<DeadLetters> kinds;

    private final Breaker breaker;

    /**
     * @param heartbeat looked up when it is asked for: among what it beats for are the
     * adapters, which know the bot
     */
    Health(ObjectProvider<Heartbeat> heartbeat, List<DeadLetters> kinds, Breaker breaker) {
        this.heartbeat = heartbeat;
        this.kinds = List.copyOf(kinds);
        this.breaker = breaker;
    }

    /** One of the given up, with what it is called. */
    private record Letter(DeadLetters kind, DeadLetter letter) {

        String name() {
            return Outbox.token(kind.kind() + " " + letter.id()).substring(0, NAME);
        }

    }

    private List<Letter> letters(String workspace) {
        return kinds.stream()
            .flatMap((kind) -> kind.of(workspace, MOST).stream().map((letter) -> new Letter(kind, letter)))
            .sorted((one, other) -> other.letter().at().compareTo(one.letter().at()))
            .toList();
    }

    /** How it goes, and what was given up. */
    Message answer(Workspace workspace, Instant now) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("Health"));
        blocks.add(Block.Paragraph.of(heartbeat.getObject()
            .nextDue()
            .filter((due) -> due.plus(LATE).isBefore(now))
            .<List<Span>>map((due) -> List.of(new Span.Plain("Work that is due has waited since "), at(due, workspace),
                    new Span.Plain(".")))
            .orElseGet(() -> List.of(new Span.Plain("Everything that is due is done.")))
            .toArray(Span[]::new)));
        breaker.stop(workspace.id())
            .ifPresent((stop) -> blocks
                .add(Block.Paragraph.of(new Span.Strong("Nobody is asked since "), at(stop.since(), workspace),
                        new Span.Plain(": %s. Ask again: /touchpoint resume.".formatted(stop.reason())))));
        int unanswered = breaker.unanswered(workspace.id());
        if (unanswered > 0) {
            blocks.add(Block.Paragraph
                .of("%d %s not answered, because two machines seemed to answer each other. ".formatted(unanswered,
                        (unanswered == 1) ? "person is" : "people are") + "Answer again: /touchpoint resume."));
        }
        blocks.addAll(given(workspace));
        return new Message(blocks);
    }

    /** What was given up, for admins. */
    List<Block> given(Workspace workspace) {
        List<Letter> letters = letters(workspace.id());
        if (letters.isEmpty()) {
            return List.of(Block.Paragraph.of("Nothing was given up."));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Paragraph.of(new Span.Strong("Given up: " + counted(letters))));
        for (Letter letter : letters.subList(0, Math.min(LISTED, letters.size()))) {
            blocks.add(Block.Paragraph.of(
                    new Span.Strong(letter.name()), new Span.Plain("  %s %s: %s, ".formatted(letter.kind().kind(),
                            letter.letter().what(), words(letter.letter().reason()))),
                    at(letter.letter().at(), workspace)));
        }
        if (letters.size() > LISTED) {
            blocks.add(Block.Paragraph.of("and %d more".formatted(letters.size() - LISTED)));
        }
        String name = letters.getFirst().name();
        blocks.add(Block.Note
            .of("Try one again: /touchpoint retry %s. Leave it for good: /touchpoint drop %s. ".formatted(name, name)
                    + "“all” in the place of the name means each of them."));
        return blocks;
    }

    private static Span at(Instant at, Workspace workspace) {
        return new Span.Moment(at, Span.Moment.Style.DAY_AND_TIME, workspace.zone(), workspace.locale());
    }

    private static String counted(List<Letter> letters) {
        return letters.stream()
            .map((letter) -> letter.kind().kind())
            .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map((kind) -> kind.getValue() + " " + kind.getKey() + ((kind.getValue() == 1) ? "" : "s"))
            .collect(Collectors.joining(", "));
    }

    /** A reason in words where there are some; the code as it is otherwise. */
    static String words(String reason) {
        return WORDS.getOrDefault(reason, reason);
    }

    /** Stops asking. */
    Message pause(Colleague by, Instant now) {
        Stop stop = breaker.pause(by.workspace(), by.name(), now);
        log.info("pause by {}", by.key());
        return Message.text(
                "No customer is asked any more: %s. What is due waits, for 7 days at most. Ask again: /touchpoint resume."
                    .formatted(stop.reason()));
    }

    /** Resumes asking and answering. */
    Message resume(Colleague by) {
        boolean stopped = breaker.resume(by.workspace());
        log.info("resume by {}", by.key());
        return Message.text(stopped ? "Customers are asked and answered again." : "Nothing was stopped.");
    }

    Message retry(Colleague by, String named, Instant now) {
        return act(by, "retry", named, "tried again",
                (letter) -> letter.kind().retry(by.workspace(), letter.letter().id(), now));
    }

    Message drop(Colleague by, String named, Instant now) {
        return act(by, "drop", named, "left for good",
                (letter) -> letter.kind().drop(by.workspace(), letter.letter().id(), now));
    }

    private Message act(Colleague by, String command, String named, String done, Function<Letter, Boolean> deed) {
        if (named.isEmpty()) {
            return Message
                .text("Which one? /touchpoint health lists them. For example: /touchpoint %s all".formatted(command));
        }
        List<Letter> meant = letters(by.workspace()).stream()
            .filter((letter) -> named.equals("all") || letter.name().equals(named))
            .toList();
        List<Letter> found = meant.stream().filter(deed::apply).toList();
        if (found.isEmpty()) {
            return Message.text(named.equals("all") ? "Nothing was given up."
                    : "Nothing that was given up is called “%s”. /touchpoint health lists what is.".formatted(named));
        }
        log.info("{} {} by {}: {}", command, counted(found), by.key(),
                found.stream().map(Letter::name).collect(Collectors.joining(", ")));
        return Message.text("%s %s %s.".formatted(counted(found), (found.size() == 1) ? "is" : "are", done));
    }

}
