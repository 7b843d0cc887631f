package io.touchpoint.checkin;

import io.touchpoint.chat.Block;
import io.touchpoint.customer.Customer;
import io.touchpoint.customer.Customers;
import io.touchpoint.feedback.Response;
import io.touchpoint.privacy.Redaction;
import io.touchpoint.team.Colleague;
import io.touchpoint.team.Teams;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One customer's words for an agenda, without names and ways to reach anybody. */
@Component
class AgendaQuotes {

    private static final int SHORTEST = 10;

    private static final int LONGEST = 160;

    private static final Comparator<Response> CLEAREST_THEN_NEWEST = Comparator.comparingDouble(AgendaQuotes::distance)
        .reversed()
        .thenComparing(Response::at, Comparator.reverseOrder())
        .thenComparing(Response::id);

    private final Customers customers;

    private final Teams teams;

    AgendaQuotes(Customers customers, Teams teams) {
        this.customers = customers;
        this.teams = teams;
    }

    /**
     * Chooses the words of the clearest answer, the newest of those.
     * @param quoted ids of customers who are quoted already; the chosen one's is added
     * @param source what stands beside the words
     */
    Optional<Block> choose(List<Response> answers, Set<String> quoted, Function<Response, @Nullable String> source) {
        for (Response answer : answers.stream().sorted(CLEAREST_THEN_NEWEST).toList()) {
            if (quoted.contains(answer.customer())) {
                continue;
            }
            for (String comment : answer.comments()) {
                String words = redacted(answer, comment);
                int length = words.codePointCount(0, words.length());
                if (length >= SHORTEST && length <= LONGEST) {
                    quoted.add(answer.customer());
                    return Optional.of(new Block.Quote(words, source.apply(answer)));
                }
            }
        }
        return Optional.empty();
    }

    private String redacted(Response answer, String words) {
        List<String> names = new ArrayList<>(
                teams.colleagues(answer.workspace()).stream().map(Colleague::name).toList());
        customers.byId(answer.customer()).map(Customer::name).ifPresent(names::add);
        return Redaction.redact(words, names).strip();
    }

    /** How far from the middle of its scale an answer is. */
    private static double distance(Response answer) {
        Integer score = answer.score();
        return (score == null) ? 0 : Math.abs(answer.scale().normalised(score) - 0.5);
    }

}
