package io.touchpoint.csv;

import io.touchpoint.csv.Step.Outcome;
import io.touchpoint.customer.Customer;
import io.touchpoint.customer.CustomerFacts;
import io.touchpoint.customer.Customers;
import io.touchpoint.feedback.Response;
import io.touchpoint.feedback.Responses;
import io.touchpoint.intake.AnswerReader;
import io.touchpoint.intake.GivenAnswer;
import io.touchpoint.intake.Malformed;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.workspace.Workspace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lines that tell what customers have answered to another tool. Such answers are kept for
 * reading: they are in no figure, open no case, and count as no question to the customer.
 */
final class Answers {

    private final Workspace workspace;

    private final List<Touchpoint> touchpoints;

    Answers(Workspace workspace, List<Touchpoint> touchpoints) {
        this.workspace = workspace;
        this.touchpoints = List.copyOf(touchpoints);
    }

    /** Keeps them, each once. */
    Step taken(Responses responses, Customers customers) {
        return (body, now) -> {
            GivenAnswer answer = new AnswerReader(now).read(body);
            Response response = response(answer, touchpoint(answer), customer(answer, customers, now));
            return new Outcome(List.of(responses.record(response, now) ? "kept" : "known before"), "");
        };
    }

    /** Only reads them. */
    Step seen() {
        return (body, now) -> {
            GivenAnswer answer = new AnswerReader(now).read(body);
            Touchpoint touchpoint = touchpoint(answer);
            String value = (answer.value() == null) ? "no value"
                    : answer.value() + " of " + answer.scale().max() + " (" + answer.scale().id() + ")";
            return new Outcome(List.of(touchpoint.key() + " " + answer.scale().id()),
                    "%s  %s  customer %s  %s%s".formatted(answer.answered(), touchpoint.key(), answer.customer(), value,
                            (answer.comment() == null) ? "" : ", with words"));
        };
    }

    private Touchpoint touchpoint(GivenAnswer answer) throws Malformed {
        Optional<Touchpoint> found = touchpoints.stream()
            .filter((touchpoint) -> touchpoint.key().equals(answer.touchpoint()))
            .findFirst();
        return found.orElseThrow(() -> new Malformed("touchpoint", "is not on the map; there are "
                + touchpoints.stream().map(Touchpoint::key).collect(Collectors.joining(", "))));
    }

    /** What an old file says of a customer takes the place of nothing that is known. */
    private Customer customer(GivenAnswer answer, Customers customers, Instant now) {
        String id = Customers.id(workspace.id(), answer.customer());
        return customers.byId(id)
            .filter((customer) -> customer.locale() != null || answer.language() == null)
            .orElseGet(() -> customers.learn(workspace.id(),
                    new CustomerFacts(answer.customer(), null, null, answer.language(), null, null, List.of()), now));
    }

    private Response response(GivenAnswer answer, Touchpoint touchpoint, Customer customer) {
        String conversation = workspace.id() + "|answer:" + answer.id() + "|" + touchpoint.key();
        return new Response(conversation + "|rating", workspace.id(), conversation, customer.id(), customer.account(),
                touchpoint.key(), touchpoint.stage(), touchpoint.team(), Response.IMPORTED, answer.scale(),
                LocalDate.ofInstant(answer.answered(), workspace.zone()), answer.value(),
                (answer.comment() == null) ? List.of() : List.of(answer.comment()), List.of(), Response.IMPORTED,
                answer.answered(), null, null, null, null, List.of());
    }

}
