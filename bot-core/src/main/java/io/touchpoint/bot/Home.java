package io.touchpoint.bot;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Span;
import io.touchpoint.checkin.CheckIns;
import io.touchpoint.insight.Count;
import io.touchpoint.insight.Finding;
import io.touchpoint.insight.Findings;
import io.touchpoint.insight.Gates;
import io.touchpoint.insight.Insights;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.team.Colleague;
import io.touchpoint.team.Teams;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The personal view: what waits for a person, and how the person's own touchpoints do.
 */
@Component
class Home {

    private final Teams teams;

    private final Workspaces workspaces;

    private final JourneyMaps maps;

    private final Insights insights;

    private final CheckIns checkIns;

    private final Health health;

    Home(Teams teams, Workspaces workspaces, JourneyMaps maps, Insights insights, CheckIns checkIns, Health health) {
        this.teams = teams;
        this.workspaces = workspaces;
        this.maps = maps;
        this.insights = insights;
        this.checkIns = checkIns;
        this.health = health;
    }

    Message of(Inbound.Actor actor, Instant now) {
        Address person = actor.person();
        Workspace workspace = workspaces.get(person.workspace());
        Optional<Colleague> colleague = actor.colleague() ? teams.colleague(person) : Optional.empty();
        return colleague.map((known) -> colleague(known, workspace, now)).orElseGet(() -> customer(workspace));
    }

    private static Message customer(Workspace workspace) {
        return Message.of(new Block.Heading(workspace.name()),
                Block.Paragraph.of("After a purchase, a delivery or a solved ticket I may ask you here how it went. "
                        + "At most one new question a week, with one reminder."),
                Block.Paragraph
                    .of("Write “stop” in the chat to end all questions, “settings” to choose how often, when and in which "
                            + "language I ask, or “person” to hear from somebody."));
    }

    private Message colleague(Colleague colleague, Workspace workspace, Instant now) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("Your touchpoints"));
        blocks.addAll(touchpoints(colleague, workspace, now));
        blocks.add(new Block.Heading("Your next check-ins"));
        List<Block> upcoming = checkIns.upcoming(colleague, now);
        blocks.addAll(upcoming.isEmpty()
                ? List.of(Block.Paragraph.of("None is planned. Write /touchpoint checkin to plan one.")) : upcoming);
        if (workspace.admins().contains(colleague.key())) {
            blocks.add(new Block.Heading("What could not be done"));
            blocks.addAll(health.given(workspace));
        }
        return new Message(blocks);
    }

    private List<Block> touchpoints(Colleague colleague, Workspace workspace, Instant now) {
        LocalDate week = LocalDate.ofInstant(now, workspace.zone())
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .minusWeeks(1);
        Findings findings = insights.all(workspace.id(), week, now);
        List<Block> lines = new ArrayList<>();
        for (Touchpoint touchpoint : maps.current(workspace.id()).touchpoints()) {
            if (colleague.key().equals(touchpoint.owner())) {
                lines.add(Block.Paragraph.of(new Span.Strong(touchpoint.name()), new Span.Plain("  "
                        + findings.touchpoint(touchpoint.key()).map(Home::figures).orElse("no answers last week"))));
            }
        }
        return lines.isEmpty() ? List.of(Block.Paragraph.of("You own none.")) : lines;
    }

    private static String figures(Finding finding) {
        Count now = finding.now();
        return (now.answers() < Gates.SHOWN) ? "too few answers last week" : "%d%% unhappy (%d of %d) last week"
            .formatted(Math.round(100.0 * now.unhappy() / now.answers()), now.unhappy(), now.answers());
    }

}
