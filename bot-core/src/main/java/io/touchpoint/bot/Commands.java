package io.touchpoint.bot;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Span;
import io.touchpoint.checkin.CheckIns;
import io.touchpoint.digest.Digests;
import io.touchpoint.digest.JourneyView;
import io.touchpoint.team.Colleague;
import io.touchpoint.team.Team;
import io.touchpoint.team.Teams;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The commands of colleagues. Each wrong use is answered with what would have been right.
 */
@Component
class Commands {

    private static final List<String> NAMES = List.of("help", "digest", "map", "why", "rehearse", "checkin", "health",
            "retry", "drop", "pause", "resume", "source", "secret");

    private final Teams teams;

    private final Workspaces workspaces;

    private final Digests digests;

    private final JourneyView journey;

    private final CheckIns checkIns;

    private final WhyCommand why;

    private final RehearseCommand rehearse;

    private final Health health;

    private final SourceCommand source;

    private final SecretCommand secret;

    Commands(Teams teams, Workspaces workspaces, Digests digests, JourneyView journey, CheckIns checkIns,
            WhyCommand why, RehearseCommand rehearse, Health health, SourceCommand source, SecretCommand secret) {
        this.teams = teams;
        this.workspaces = workspaces;
        this.digests = digests;
        this.journey = journey;
        this.checkIns = checkIns;
        this.why = why;
        this.rehearse = rehearse;
        this.health = health;
        this.source = source;
        this.secret = secret;
    }

    /** Whether a text begins with the name of a command. */
    boolean knows(String words) {
        return NAMES.contains(name(words));
    }

    Answer run(Inbound.Commanded commanded, Instant now) {
        Address person = commanded.actor().person();
        Optional<Colleague> colleague = commanded.actor().colleague() ? teams.colleague(person) : Optional.empty();
        if (colleague.isEmpty()) {
            return shown("These commands are for people of %s who are in its workspace file. Ask an admin to add you."
                .formatted(workspaces.get(person.workspace()).name()));
        }
        String words = commanded.words().strip();
        String rest = words.substring(Math.min(words.length(), name(words).length())).strip();
        return switch (name(words)) {
            case "", "help" -> new Answer.Shown(help(null));
            case "digest" -> digest(commanded, colleague.get(), rest);
            case "map" -> rest.isEmpty() ? new Answer.Shown(journey.map(person.workspace(), now))
                    : shown("“map” takes nothing behind it: /touchpoint map");
            case "why" -> new Answer.Shown(why.answer(colleague.get(), person, rest));
            case "rehearse" -> new Answer.Shown(rehearse.answer(colleague.get(), commanded, rest, now));
            case "checkin" -> rest.isEmpty() ? checkIns.form(commanded.actor(), now)
                    : shown("“checkin” takes nothing behind it: /touchpoint checkin");
            case "health", "retry", "drop", "pause", "resume", "source", "secret" ->
                admin(commanded, colleague.get(), name(words), rest, now);
            default -> new Answer.Shown(help(name(words)));
        };
    }

    private Answer admin(Inbound.Commanded commanded, Colleague colleague, String command, String rest, Instant now) {
        Workspace workspace = workspaces.get(colleague.workspace());
        if (!workspace.admins().contains(colleague.key())) {
            return onlyAdmins(workspace);
        }
        return switch (command) {
            case "retry" -> new Answer.Shown(health.retry(colleague, rest, now));
            case "drop" -> new Answer.Shown(health.drop(colleague, rest, now));
            case "pause" -> new Answer.Shown(health.pause(colleague, now));
            case "resume" -> new Answer.Shown(health.resume(colleague));
            case "source" -> source.open(workspace, rest);
            case "secret" -> secret.answer(workspace, colleague, commanded, rest, now);
            default -> new Answer.Shown(health.answer(workspace, now));
        };
    }

    /** Whether a form was opened by a command of this class. */
    static boolean opened(String form) {
        return form.startsWith(SourceCommand.FORM);
    }

    /** Somebody sent such a form. */
    Answer submitted(Inbound.Submitted submitted, Instant now) {
        Address person = submitted.actor().person();
        Workspace workspace = workspaces.get(person.workspace());
        boolean admin = submitted.actor().colleague() && teams.colleague(person)
            .filter((colleague) -> workspace.admins().contains(colleague.key()))
            .isPresent();
        return admin ? source.submitted(workspace, submitted, now) : onlyAdmins(workspace);
    }

    private static Answer onlyAdmins(Workspace workspace) {
        return shown("Only admins can do that. The workspace file of %s lists them.".formatted(workspace.name()));
    }

    private Answer digest(Inbound.Commanded commanded, Colleague colleague, String rest) {
        String workspace = colleague.workspace();
        Optional<Team> team;
        if (rest.isEmpty()) {
            team = teams.team(commanded.in())
                .or(() -> Optional.ofNullable(colleague.team()).flatMap((key) -> teams.team(workspace, key)));
        }
        else {
            String wanted = rest.toLowerCase(Locale.ROOT);
            team = teams.teams(workspace)
                .stream()
                .filter((one) -> one.key().equals(wanted) || one.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
        }
        if (team.isEmpty()) {
            String known = teams.teams(workspace).stream().map(Team::key).collect(Collectors.joining(", "));
            return shown("Which team? Write one of: %s. For example: /touchpoint digest %s".formatted(known,
                    known.split(", ", 2)[0]));
        }
        String name = team.get().name();
        return digests.latest(workspace, team.get().key())
            .<Answer>map(Answer.Shown::new)
            .orElseGet(() -> shown("The %s has had no digest yet.".formatted(name)));
    }

    private static Message help(@org.jspecify.annotations.Nullable String unknown) {
        String first = (unknown == null) ? "What I can do:" : "I don't know “%s”. What I can do:".formatted(unknown);
        return Message.of(Block.Paragraph.of(first),
                line("/touchpoint digest", "the last weekly digest of your team, or of the team you name"),
                line("/touchpoint map", "the customer journey, stage by stage, with its figures and owners"),
                line("/touchpoint why", "why a customer was asked, or not: name the customer, an e-mail or an order"),
                line("/touchpoint rehearse",
                        "what a changed rule would have made of the last weeks, without asking anybody"),
                line("/touchpoint checkin", "plan a touchpoint meeting with a colleague"),
                line("/touchpoint health", "for admins: whether all is well, and what could not be done"),
                line("/touchpoint pause", "for admins: asks no customer anything, until /touchpoint resume"),
                line("/touchpoint source", "for admins: what a payload of a shop or help desk would become"),
                line("/touchpoint secret", "for admins: the secrets that events are signed with, and a new one"),
                line("/touchpoint help", "this list"));
    }

    private static Block line(String command, String does) {
        return Block.Paragraph.of(new Span.Strong(command), new Span.Plain("  " + does));
    }

    private static String name(String words) {
        String stripped = words.strip().toLowerCase(Locale.ROOT);
        int space = stripped.indexOf(' ');
        return (space < 0) ? stripped : stripped.substring(0, space);
    }

    private static Answer shown(String sentence) {
        return new Answer.Shown(Message.text(sentence));
    }

}
