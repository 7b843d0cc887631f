package io.touchpoint.conversation;

import io.touchpoint.customer.Customer;
import io.touchpoint.customer.Customers;
import io.touchpoint.customer.WakingHours;
import io.touchpoint.recovery.Cases;
import io.touchpoint.survey.Surveys;
import io.touchpoint.team.Team;
import io.touchpoint.team.Teams;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Sets the scene of a conversation: what it must know of the world for its next step. */
@Component
class Scenes {

    private static final Duration SNOOZE = Duration.ofDays(3);

    private final Workspaces workspaces;

    private final Surveys surveys;

    private final Customers customers;

    private final Teams teams;

    private final Cases cases;

    Scenes(Workspaces workspaces, Surveys surveys, Customers customers, Teams teams, Cases cases) {
        this.workspaces = workspaces;
        this.surveys = surveys;
        this.customers = customers;
        this.teams = teams;
        this.cases = cases;
    }

    Scene of(Conversation conversation, Instant now) {
        Plan plan = conversation.plan();
        Workspace workspace = workspaces.get(plan.workspace());
        Customer customer = customers.byId(plan.customer())
            .orElseThrow(() -> new IllegalStateException("no customer for conversation " + conversation.id()));
        ZoneId zone = (customer.zone() == null) ? workspace.zone() : customer.zone();
        Team team = teams.team(plan.workspace(), plan.team()).orElse(null);
        Locale wished = customer.wishes().language();
        Locale locale = (wished != null) ? wished : plan.locale();
        Script script = new Script(workspace, surveys.get(plan.workspace(), plan.touchpoint().survey()), team, locale,
                plan.subject(), zone);
        boolean first = !customer.knowsUsOn(plan.to().platform(), conversation.id());
        return new Scene(script, customer.name(), zone, locale, first,
                WakingHours.of(customer, zone, null).next(now.plus(SNOOZE)),
                cases.dueFor(plan.workspace(), plan.team(), now), (team != null) ? team.zone() : workspace.zone(), now);
    }

}
