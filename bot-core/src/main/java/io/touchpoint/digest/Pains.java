package io.touchpoint.digest;

import io.touchpoint.feedback.Response;
import io.touchpoint.feedback.Responses;
import io.touchpoint.insight.Finding;
import io.touchpoint.insight.Findings;
import io.touchpoint.journey.JourneyMap;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.survey.Band;
import io.touchpoint.survey.Scale;
import io.touchpoint.survey.Survey;
import io.touchpoint.survey.Surveys;
import io.touchpoint.team.Teams;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Adds to a digest what its findings do not hold: customers, reasons, owners, quotes, how
 * asking went, and how likely customers are to recommend the company.
 */
@Component
class Pains {

    private final Workspaces workspaces;

    private final JourneyMaps maps;

    private final Surveys surveys;

    private final Teams teams;

    private final Responses responses;

    private final Quotes quotes;

    private final Asking asking;

    private final Recommendations recommendations;

    Pains(Workspaces workspaces, JourneyMaps maps, Surveys surveys, Teams teams, Responses responses, Quotes quotes,
            Asking asking, Recommendations recommendations) {
        this.workspaces = workspaces;
        this.maps = maps;
        this.surveys = surveys;
        this.teams = teams;
        this.responses = responses;
        this.quotes = quotes;
        this.asking = asking;
        this.recommendations = recommendations;
    }

    Digest add(Digest digest, Findings found) {
        JourneyMap map = maps.current(digest.workspace());
        Set<String> customers = new HashSet<>();
        Map<String, List<Response>> answers = new HashMap<>();
        for (Touchpoint touchpoint : map.ownedBy(digest.team())) {
            List<Response> some = responses.of(digest.workspace(), touchpoint.key(), found.from(), found.to())
                .stream()
                .filter((answer) -> answer.counted() && answer.scale() != Scale.NPS_0_10)
                .toList();
            some.forEach((answer) -> customers.add(answer.customer()));
            answers.put(touchpoint.key(), some);
        }
        Set<String> quoted = new HashSet<>();
        List<Digest.Pain> pains = new ArrayList<>();
        for (Finding finding : found.painPoints()) {
            Optional<Touchpoint> touchpoint = map.touchpoint(finding.touchpoint());
            if (touchpoint.isPresent()) {
                pains.add(pain(digest, found, touchpoint.get(), answers.getOrDefault(finding.touchpoint(), List.of()),
                        quoted));
            }
        }
        return withHealth(digest, found).with(customers.size(), pains);
    }

    Digest withHealth(Digest digest, Findings found) {
        String workspace = digest.workspace();
        return digest.with(
                asking.health(workspace, digest.team(), found.week(), found.to(), workspaces.get(workspace).zone()),
                recommendations.of(workspace, digest.team(), found.to()));
    }

    private Digest.Pain pain(Digest digest, Findings found, Touchpoint touchpoint, List<Response> answers,
            Set<String> quoted) {
        List<Response> unhappy = answers.stream()
            .filter((answer) -> answer.band().filter(Band.LOW::equals).isPresent())
            .toList();
        List<Response> week = unhappy.stream().filter((answer) -> !answer.day().isBefore(found.week())).toList();
        long covered = unhappy.stream().filter((answer) -> !answer.reasons().isEmpty()).count();
        return new Digest.Pain(touchpoint.key(), reasons(digest, touchpoint, unhappy), covered,
                owner(digest, touchpoint), quotes.choose(week, quoted).stream().toList());
    }

    private List<Digest.Named> reasons(Digest digest, Touchpoint touchpoint, List<Response> unhappy) {
        Workspace workspace = workspaces.get(digest.workspace());
        Survey survey = surveys.get(digest.workspace(), touchpoint.survey());
        List<Digest.Named> named = new ArrayList<>();
        for (Survey.Reason reason : survey.reasons()) {
            long many = unhappy.stream().filter((answer) -> answer.reasons().contains(reason.key())).count();
            if (many > 0) {
                named.add(new Digest.Named(reason.key(), reason.label(workspace.locale()), many));
            }
        }
        return named.stream().sorted(Comparator.comparingLong(Digest.Named::answers).reversed()).toList();
    }

    private Digest.@Nullable Owner owner(Digest digest, Touchpoint touchpoint) {
        String owner = touchpoint.owner();
        if (owner == null) {
            return null;
        }
        return teams.colleague(digest.workspace(), owner)
            .map((colleague) -> new Digest.Owner(colleague.name(), colleague.on(digest.platform()).orElse(null)))
            .orElse(null);
    }

}
