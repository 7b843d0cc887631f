package io.touchpoint.conversation;

import io.touchpoint.customer.Customers;
import io.touchpoint.feedback.Response;
import io.touchpoint.feedback.Responses;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.recovery.Cases;
import io.touchpoint.recovery.Complaint;
import io.touchpoint.survey.Scale;
import io.touchpoint.survey.Survey;
import io.touchpoint.survey.Surveys;
import io.touchpoint.workspace.Workspaces;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Does what conversations have decided. Everything here may be done twice. */
@Component
class Effects {

    private final Outbox outbox;

    private final Responses responses;

    private final Cases cases;

    private final Customers customers;

    private final Surveys surveys;

    private final Workspaces workspaces;

    Effects(Outbox outbox, Responses responses, Cases cases, Customers customers, Surveys surveys,
            Workspaces workspaces) {
        this.outbox = outbox;
        this.responses = responses;
        this.cases = cases;
        this.customers = customers;
        this.surveys = surveys;
        this.workspaces = workspaces;
    }

    void perform(Conversation conversation, Effect effect, Instant now) {
        switch (effect) {
            case Effect.Say(String _, var saying) -> outbox.promise(List.of(saying), now);
            case Effect.Answered record -> record(conversation, record, now);
            case Effect.Complain complain -> cases.open(complaint(conversation, complain), now);
            case Effect.Tell(String key, String words) ->
                cases.hear(conversation.customer(), words, conversation.id() + "|" + key, now);
            case Effect.OptOut _ -> customers.optOut(conversation.customer(), now);
            case Effect.OptIn _ -> customers.optIn(conversation.customer(), now);
        }
    }

    private void record(Conversation conversation, Effect.Answered record, Instant now) {
        Response response = response(conversation, record);
        responses.record(response, now);
        responses.edit(response.id(),
                (stored) -> edition(stored) >= record.edition() ? stored : edited(stored, response), now);
        customers.answered(conversation.customer(), conversation.id(), record.at());
    }

    /**
     * A response's revision counts the editions before it, so that a late worker never
     * puts an old one back.
     */
    private static long edition(Response stored) {
        return 1 + ((stored.rev() == null) ? 0 : stored.rev());
    }

    private Response response(Conversation conversation, Effect.Answered record) {
        Plan plan = conversation.plan();
        LocalDate day = LocalDate.ofInstant(record.at(), workspaces.get(plan.workspace()).zone());
        return new Response(conversation.id() + "|rating", plan.workspace(), conversation.id(), plan.customer(),
                plan.account(), plan.touchpoint().key(), plan.touchpoint().stage(), plan.team(), plan.to().platform(),
                survey(plan).scale(), day, record.score(), record.comments(), record.reasons(), context(plan),
                record.at(), null, plan.manual(), null, null, List.of());
    }

    private static Response edited(Response stored, Response wanted) {
        boolean firstScore = stored.score() == null && wanted.score() != null;
        return new Response(stored.id(), stored.workspace(), stored.conversation(), stored.customer(), stored.account(),
                stored.touchpoint(), stored.stage(), stored.team(), stored.platform(), stored.scale(),
                firstScore ? wanted.day() : stored.day(), wanted.score(), wanted.comments(), wanted.reasons(),
                stored.context(), firstScore ? wanted.at() : stored.at(), stored.rev(), stored.manual(),
                stored.bucket(), stored.pendAt(), stored.pend());
    }

    private Complaint complaint(Conversation conversation, Effect.Complain complain) {
        Plan plan = conversation.plan();
        Survey survey = survey(plan);
        Scale scale = survey.scale();
        return new Complaint(conversation.id(), plan.workspace(), plan.customer(), plan.to(), plan.locale(),
                plan.team(), plan.touchpoint().key(), plan.touchpoint().name(), scale, complain.score(),
                complain.words(), subject(plan), conversation.id() + "|" + complain.key());
    }

    /** As staff reads it; nothing where it is about no single thing. */
    private static String subject(Plan plan) {
        return plan.touchpoint().key().equals(Touchpoint.RELATIONSHIP) ? ""
                : context(plan) + " " + plan.subject().key();
    }

    private static String context(Plan plan) {
        return (plan.subject().title() == null) ? plan.subject().kind() : plan.subject().title();
    }

    private Survey survey(Plan plan) {
        return surveys.get(plan.workspace(), plan.touchpoint().survey());
    }

}
