package io.touchpoint.checkin;

import io.touchpoint.chat.Block;
import io.touchpoint.chat.Span;
import io.touchpoint.feedback.Response;
import io.touchpoint.feedback.Responses;
import io.touchpoint.insight.Finding;
import io.touchpoint.insight.Findings;
import io.touchpoint.insight.Gates;
import io.touchpoint.insight.Insights;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.survey.Band;
import io.touchpoint.survey.Survey;
import io.touchpoint.survey.Surveys;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What there is to talk about: what customers said in the last whole week about the
 * touchpoints that the report owns, what went well first.
 */
@Component
class Agenda {

    private static final int MOST_PAINS = 3;

    private static final int MOST_REASONS = 2;

    private final Workspaces workspaces;

    private final JourneyMaps maps;

    private final Insights insights;

    private final Responses responses;

    private final Surveys surveys;

    private final AgendaQuotes quotes;

    Agenda(Workspaces workspaces, JourneyMaps maps, Insights insights, Responses responses, Surveys surveys,
            AgendaQuotes quotes) {
        this.workspaces = workspaces;
        this.maps = maps;
        this.insights = insights;
        this.responses = responses;
        this.surveys = surveys;
        this.quotes = quotes;
    }

    List<Block> of(Pair pair, Instant now) {
        Workspace workspace = workspaces.get(pair.report().workspace());
        LocalDate today = now.atZone(workspace.zone()).toLocalDate();
        LocalDate week = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);
        Findings found = insights.all(workspace.id(), week, now);
        List<Touchpoint> owned = maps.current(workspace.id())
            .touchpoints()
            .stream()
            .filter((touchpoint) -> pair.report().key().equals(touchpoint.owner()))
            .toList();
        Set<String> quoted = new HashSet<>();
        List<Block> blocks = new ArrayList<>(praise(workspace, found, owned, quoted));
        blocks.addAll(pains(workspace, found, owned, quoted));
        if (blocks.isEmpty()) {
            blocks.add(Block.Paragraph
                .of("Nothing stood out in what customers said from " + Wording.days(found.week(), found.to()) + "."));
        }
        return blocks;
    }

    private List<Block> praise(Workspace workspace, Findings found, List<Touchpoint> owned, Set<String> quoted) {
        Block title = Block.Paragraph.of(new Span.Strong("Went well"));
        List<Response> happy = owned.stream()
            .filter((touchpoint) -> shown(found, touchpoint.key()))
            .flatMap((touchpoint) -> answers(workspace, found, touchpoint, Band.HIGH).stream())
            .toList();
        Optional<Block> quote = quotes.choose(happy, quoted, (answer) -> source(owned, answer));
        if (quote.isPresent()) {
            return List.of(title, quote.get());
        }
        return found.brightSpot()
            .filter((finding) -> shown(found, finding.touchpoint())
                    && owned.stream().anyMatch((some) -> some.key().equals(finding.touchpoint())))
            .<List<Block>>map((finding) -> List.of(title, Block.Paragraph.of(Wording.unhappy(finding) + ".")))
            .orElse(List.of());
    }

    private static String source(List<Touchpoint> owned, Response answer) {
        String name = owned.stream()
            .filter((touchpoint) -> touchpoint.key().equals(answer.touchpoint()))
            .map(Touchpoint::name)
            .findFirst()
            .orElse(answer.touchpoint());
        return name + ", " + answer.score() + " of " + answer.scale().max();
    }

    private List<Block> pains(Workspace workspace, Findings found, List<Touchpoint> owned, Set<String> quoted) {
        List<Block> blocks = new ArrayList<>();
        int listed = 0;
        for (Finding pain : found.painPoints()) {
            Optional<Touchpoint> touchpoint = owned.stream()
                .filter((some) -> some.key().equals(pain.touchpoint()))
                .findFirst();
            if (touchpoint.isEmpty() || listed == MOST_PAINS || !shown(found, pain.touchpoint())) {
                continue;
            }
            if (listed == 0) {
                blocks.add(Block.Paragraph.of(new Span.Strong("From customers")));
            }
            listed++;
            List<Response> unhappy = answers(workspace, found, touchpoint.get(), Band.LOW);
            String period = (found.weeks() == 1) ? "" : "Last " + found.weeks() + " weeks: ";
            blocks.add(Block.Paragraph
                .of(period + Wording.unhappy(pain) + "." + named(workspace, touchpoint.get(), unhappy)));
            quotes.choose(unhappy, quoted, (_) -> null).ifPresent(blocks::add);
        }
        return blocks;
    }

    /** Whether enough was answered to show it, and something in the week itself. */
    private static boolean shown(Findings found, String touchpoint) {
        return found.touchpoint(touchpoint)
            .filter((finding) -> finding.now().answers() >= Gates.SHOWN && finding.week().answers() > 0)
            .isPresent();
    }

    private List<Response> answers(Workspace workspace, Findings found, Touchpoint touchpoint, Band band) {
        return responses.of(workspace.id(), touchpoint.key(), found.week(), found.to())
            .stream()
            .filter(Response::counted)
            .filter((answer) -> answer.band().filter(band::equals).isPresent())
            .toList();
    }

    /** " Most named: late 14, no tracking 6." */
    private String named(Workspace workspace, Touchpoint touchpoint, List<Response> unhappy) {
        Survey survey = surveys.get(workspace.id(), touchpoint.survey());
        record Named(String label, long answers) {
        }
        String most = survey.reasons()
            .stream()
            .map((reason) -> new Named(Wording.within(reason.label(workspace.locale())),
                    unhappy.stream().filter((answer) -> answer.reasons().contains(reason.key())).count()))
            .filter((reason) -> reason.answers() > 0)
            .sorted(Comparator.comparingLong(Named::answers).reversed())
            .limit(MOST_REASONS)
            .map((reason) -> reason.label() + " " + reason.answers())
            .collect(Collectors.joining(", "));
        return most.isEmpty() ? "" : " Most named: " + most + ".";
    }

}
