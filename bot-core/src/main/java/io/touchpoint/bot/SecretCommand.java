package io.touchpoint.bot;

import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Messenger;
import io.touchpoint.chat.Span;
import io.touchpoint.intake.EventSecrets;
import io.touchpoint.intake.EventSecrets.Issuing;
import io.touchpoint.intake.EventSecrets.Valid;
import io.touchpoint.team.Colleague;
import io.touchpoint.team.Teams;
import io.touchpoint.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells an admin which secrets events are signed with, without telling them, and issues a
 * new one, which is told once.
 */
@Component
class SecretCommand {

    private static final Logger log = LoggerFactory.getLogger(SecretCommand.class);

    private static final String NO_KEY = "To issue event secrets here, set TOUCHPOINT_KEY to a long random text "
            + "of 32 characters or more and start Touchpoint again.";

    private final EventSecrets secrets;

    private final Teams teams;

    private final ObjectProvider<Messenger> messengers;

    SecretCommand(EventSecrets secrets, Teams teams, ObjectProvider<Messenger> messengers) {
        this.secrets = secrets;
        this.teams = teams;
        this.messengers = messengers;
    }

    Answer answer(Workspace workspace, Colleague by, Inbound.Commanded commanded, String rest, Instant now) {
        return switch (rest) {
            case "" -> new Answer.Shown(standing(workspace, now));
            case "new" -> isAlone(commanded) ? issued(workspace, by, commanded, now) : sentence(
                    "A secret is told only in our own chat. Write there, to me alone: /touchpoint secret new");
            default -> sentence("“secret” takes “new” behind it, or nothing: /touchpoint secret");
        };
    }

    /** Whether nobody else sees the answer. */
    private boolean isAlone(Inbound.Commanded commanded) {
        return commanded.in().equals(commanded.actor().person()) || messengers.stream()
            .anyMatch((messenger) -> messenger.platform().equals(commanded.in().platform()) && messenger.whispers());
    }

    private Answer issued(Workspace workspace, Colleague by, Inbound.Commanded commanded, Instant now) {
        String request = commanded.in().platform() + "|" + commanded.id();
        return switch (secrets.issue(workspace.id(), by.key(), request, now)) {
            case Issuing.NoKey _ -> sentence(NO_KEY);
            case Issuing.Overtaken _ ->
                sentence("Somebody else issued a secret at the same moment, so I issued none. See /touchpoint secret");
            case Issuing.Issued(var secret, var before) -> {
                log.info("An event secret of {} was issued by {}", workspace.id(), by.key());
                yield new Answer.Confided(told(workspace, secret.value(), before));
            }
        };
    }

    private static Message told(Workspace workspace, String secret, @Nullable Instant before) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Paragraph.of("The new event secret of %s. It is shown only to you, and only this once:"
            .formatted(workspace.name())));
        blocks.add(Block.Paragraph.of(secret));
        blocks.add((before == null) ? Block.Note.of("Sign events with it from now on. No other one is valid.")
                : Block.Note.of(new Span.Plain("Sign events with it from now on. The one before is valid until "),
                        at(before, workspace), new Span.Plain("; any before that has ended.")));
        return new Message(blocks);
    }

    private Message standing(Workspace workspace, Instant now) {
        List<Valid> valid = secrets.valid(workspace.id(), now);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("Event secrets"));
        if (valid.isEmpty()) {
            blocks.add(Block.Paragraph.of("None is valid: no event is taken."));
        }
        valid.reversed().forEach((one) -> blocks.add(line(workspace, one)));
        blocks.add(Block.Note.of(!secrets.issues() ? NO_KEY
                : "A new one: /touchpoint secret new. The one before it is valid for a day beside it; "
                        + "any before that ends at once."));
        return new Message(blocks);
    }

    private Block line(Workspace workspace, Valid valid) {
        List<Span> spans = new ArrayList<>();
        String by = valid.by();
        Instant since = valid.since();
        if (by == null || since == null) {
            spans.add(new Span.Plain("The one in TOUCHPOINT_EVENT_SECRET: valid"));
        }
        else {
            String name = teams.colleague(workspace.id(), by).map(Colleague::name).orElse(by);
            spans.add(new Span.Plain("Issued by %s on ".formatted(name)));
            spans.add(at(since, workspace));
            spans.add(new Span.Plain(": valid"));
        }
        Instant until = valid.until();
        if (until != null) {
            spans.add(new Span.Plain(" until "));
            spans.add(at(until, workspace));
        }
        return Block.Paragraph.of(spans.toArray(Span[]::new));
    }

    private static Span at(Instant at, Workspace workspace) {
        return new Span.Moment(at, Span.Moment.Style.DAY_AND_TIME, workspace.zone(), workspace.locale());
    }

    private static Answer sentence(String text) {
        return new Answer.Shown(Message.text(text));
    }

}
