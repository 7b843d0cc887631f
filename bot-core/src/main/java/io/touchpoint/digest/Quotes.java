package io.touchpoint.digest;

import io.touchpoint.chat.Block;
import io.touchpoint.customer.Customer;
import io.touchpoint.customer.Customers;
import io.touchpoint.feedback.Response;
import io.touchpoint.feedback.Responses;
import io.touchpoint.privacy.Redaction;
import io.touchpoint.survey.Band;
import io.touchpoint.team.Colleague;
import io.touchpoint.team.Teams;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Customers' words, as staff may read them. */
@Component
class Quotes {

    private static final int SHORTEST = 20;

    private static final int LONGEST = 160;

    private static final int KEY = 3;

    private static final Comparator<Response> WORST_THEN_NEWEST = Comparator.comparingDouble(Quotes::goodness)
        .thenComparing(Response::at, Comparator.reverseOrder())
        .thenComparing(Response::id);

    private final Responses responses;

    private final Customers customers;

    private final Teams teams;

    Quotes(Responses responses, Customers customers, Teams teams) {
        this.responses = responses;
        this.customers = customers;
        this.teams = teams;
    }

    /**
     * Chooses what to quote about a touchpoint: the lowest rating, the newest of those,
     * 20 to 160 characters, one for each customer.
     *
     * <p>
     * Words that name the customer, a colleague or the order are not chosen at all: what
     * is left reads the same for ever, whoever joins or leaves.
     * @param answers those that may be quoted
     * @param quoted ids of customers who are quoted already; the chosen one's is added
     */
    Optional<Digest.Quoted> choose(List<Response> answers, Set<String> quoted) {
        List<Response> candidates = answers.stream()
            .filter((answer) -> answer.band().filter(Band.LOW::equals).isPresent())
            .sorted(WORST_THEN_NEWEST)
            .toList();
        for (Response answer : candidates) {
            if (quoted.contains(answer.customer())) {
                continue;
            }
            for (int i = 0; i < answer.comments().size(); i++) {
                if (quotable(answer, answer.comments().get(i))) {
                    quoted.add(answer.customer());
                    return Optional.of(new Digest.Quoted(answer.id(), i));
                }
            }
        }
        return Optional.empty();
    }

    private boolean quotable(Response answer, String words) {
        String shown = shown(words);
        int length = shown.codePointCount(0, shown.length());
        return length >= SHORTEST && length <= LONGEST && shown.equals(redacted(answer, words));
    }

    /** The block for a quoted answer; once that is erased it says so. */
    Block block(Digest.Quoted quoted) {
        int index = quoted.comment();
        return responses.byId(quoted.answer())
            .filter((answer) -> index < answer.comments().size())
            .map((answer) -> (Block) new Block.Quote(shown(answer.comments().get(index)), source(answer)))
            .orElseGet(() -> Block.Paragraph.of("(removed)"));
    }

    /**
     * All words of an answer, without names, numbers of orders and ways to reach people.
     */
    String redacted(Response answer) {
        return String.join("\n", answer.comments().stream().map((words) -> redacted(answer, words)).toList());
    }

    private String redacted(Response answer, String words) {
        Stream<String> colleagues = teams.colleagues(answer.workspace()).stream().map(Colleague::name);
        Stream<String> own = customers.byId(answer.customer()).map(Customer::name).stream();
        Stream<String> names = Stream.of(colleagues, own, subject(answer.conversation()).stream())
            .flatMap((some) -> some);
        return Redaction.redact(words, new HashSet<>(names.filter(Objects::nonNull).toList())).strip();
    }

    private static String shown(String words) {
        return Redaction.redact(words, List.of()).strip();
    }

    /** "online order, 19 Nov". */
    static String source(Response answer) {
        return answer.context() + ", " + Wording.day(answer.day());
    }

    /**
     * The company's number of what the customer lived through, as in
     * w1|order:1042#2|delivery.
     */
    private static Optional<String> subject(String conversation) {
        String[] parts = conversation.split("\\|", -1);
        @Nullable String subject = (parts.length < 3) ? null : parts[1];
        int colon = (subject == null) ? -1 : subject.indexOf(':');
        if (subject == null || colon < 0) {
            return Optional.empty();
        }
        int end = subject.indexOf('#', colon);
        String key = subject.substring(colon + 1, (end < 0) ? subject.length() : end);
        return Optional.of(key).filter((some) -> some.length() >= KEY);
    }

    private static double goodness(Response answer) {
        Integer score = answer.score();
        return (score == null) ? 1 : answer.scale().normalised(score);
    }

}
