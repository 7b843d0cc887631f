package io.touchpoint.digest;

import io.touchpoint.chat.Block;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Span;
import io.touchpoint.insight.Count;
import io.touchpoint.insight.Finding;
import io.touchpoint.insight.Findings;
import io.touchpoint.insight.Gates;
import io.touchpoint.insight.Insights;
import io.touchpoint.journey.JourneyMap;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.journey.JourneyStage;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.team.Colleague;
import io.touchpoint.team.Team;
import io.touchpoint.team.Teams;
import io.touchpoint.workspace.Workspaces;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The customer journey at a glance: each touchpoint with its figures and its owner. */
@Service
public class JourneyView {

    private final Workspaces workspaces;

    private final JourneyMaps maps;

    private final Teams teams;

    private final Insights insights;

    JourneyView(Workspaces workspaces, JourneyMaps maps, Teams teams, Insights insights) {
        this.workspaces = workspaces;
        this.maps = maps;
        this.teams = teams;
        this.insights = insights;
    }

    /**
     * The journey stage by stage in the last whole week before {@code now}, Monday to
     * Sunday in the workspace's zone; in the four weeks that end with it when no
     * touchpoint has ten answers in that week.
     */
    public Message map(String workspace, Instant now) {
        LocalDate week = now.atZone(workspaces.get(workspace).zone())
            .toLocalDate()
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .minusWeeks(1);
        Findings found = insights.all(workspace, week, now);
        JourneyMap map = maps.current(workspace);
        Map<String, Colleague> colleagues = teams.colleagues(workspace)
            .stream()
            .collect(Collectors.toMap(Colleague::key, Function.identity()));
        Map<String, String> names = teams.teams(workspace).stream().collect(Collectors.toMap(Team::key, Team::name));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("Customer journey, " + Wording.days(found.from(), found.to())));
        for (JourneyStage stage : JourneyStage.values()) {
            List<Span> spans = new ArrayList<>();
            spans.add(new Span.Strong(stage.label()));
            map.touchpoints().stream().filter((touchpoint) -> touchpoint.stage() == stage).forEach((touchpoint) -> {
                spans.add(new Span.Plain("\n" + touchpoint.name() + ": "));
                spans.addAll(found.touchpoint(touchpoint.key()).map(JourneyView::figures).orElse(List.of()));
                spans.add(new Span.Plain(" " + owner(touchpoint, colleagues, names)));
            });
            if (spans.size() > 1) {
                blocks.add(new Block.Paragraph(spans));
            }
        }
        blocks.add(Block.Note.of("Change: against the " + ((found.weeks() == 1) ? "week" : "4 weeks")
                + " before. \u25b2 worse, \u25bc better."));
        return new Message(blocks);
    }

    private static List<Span> figures(Finding finding) {
        Count now = finding.now();
        if (now.answers() == 0) {
            return List.of(new Span.Plain("no answers."));
        }
        if (now.answers() < Gates.SHOWN) {
            return List.of(new Span.Plain("too few answers."));
        }
        String share = Wording.unhappy(now);
        if (!finding.ranked()) {
            return List.of(new Span.Plain(share + ", too few to rank."));
        }
        String was = (finding.before().answers() < Gates.SHOWN) ? ""
                : ", was " + Wording.percent(finding.before().share());
        if (finding.change().worse() || finding.change().better()) {
            return List.of(new Span.Plain(share + was + ", "),
                    new Span.Strong((finding.change().worse() ? "\u25b2 " : "\u25bc ") + finding.change().words()),
                    new Span.Plain("."));
        }
        return List.of(new Span.Plain(share + was + "."));
    }

    private static String owner(Touchpoint touchpoint, Map<String, Colleague> colleagues, Map<String, String> teams) {
        String team = teams.getOrDefault(touchpoint.team(), touchpoint.team());
        String key = touchpoint.owner();
        Colleague owner = (key == null) ? null : colleagues.get(key);
        return (owner == null) ? Wording.sentence(team) + "." : owner.name() + ", " + team + ".";
    }

}
