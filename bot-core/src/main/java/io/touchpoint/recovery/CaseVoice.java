package io.touchpoint.recovery;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Span;
import io.touchpoint.customer.Customer;
import io.touchpoint.customer.Customers;
import io.touchpoint.outbox.Lane;
import io.touchpoint.privacy.Redaction;
import io.touchpoint.team.Colleague;
import io.touchpoint.team.Team;
import io.touchpoint.team.Teams;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is spoken to about a case, and in which words. */
@Component
class CaseVoice {

    private final Teams teams;

    private final Customers customers;

    CaseVoice(Teams teams, Customers customers) {
        this.teams = teams;
        this.customers = customers;
    }

    Wording wording(Case one) {
        return new Wording(team(one.complaint().workspace(), one.complaint().team()));
    }

    /** The team's channel on the customer's platform, else its first. */
    Optional<Address> channel(Case one) {
        Team team = team(one.complaint().workspace(), one.complaint().team());
        return team.channel(one.complaint().customerAddress().platform())
            .or(() -> team.channels().stream().findFirst());
    }

    /** The team; one that is no longer there still keeps usual hours. */
    Team team(String workspace, String key) {
        return teams.team(workspace, key)
            .orElseGet(() -> new Team(Teams.teamId(workspace, key), workspace, key, key, Map.of(), List.of(),
                    ZoneOffset.UTC, Set.of(), LocalTime.of(17, 0), DayOfWeek.MONDAY, LocalTime.of(9, 0)));
    }

    /** The case's first message. */
    CaseChange opening(Case one, CaseChange change) {
        return channel(one)
            .map((channel) -> change.say(channel, Lane.PROMPT,
                    wording(one).card(one, redacted(one, one.complaint().words()))))
            .orElse(change);
    }

    /** Brings the case's message up to what has become of it. */
    CaseChange current(CaseChange change) {
        Case one = change.done();
        return channel(one)
            .map((channel) -> change.inPlace(channel, wording(one).card(one, redacted(one, one.complaint().words()))))
            .orElse(change);
    }

    /** Passes the customer's words on to the case's thread. */
    CaseChange heard(Case one, CaseChange change, String words) {
        change.hearing(words);
        return channel(one)
            .map((channel) -> change.inThread(channel,
                    Wording.heard(taker(one, channel), redacted(one, List.of(words)).getFirst())))
            .orElse(change);
    }

    /** Says in the case's thread what a colleague wrote to the customer. */
    CaseChange replied(Case one, CaseChange change, Colleague colleague, String words) {
        return channel(one).map((channel) -> change.inThread(channel, Wording.replied(colleague, words)))
            .orElse(change);
    }

    /** Says in the case's thread that the reply is overdue. */
    CaseChange overdue(Case one, CaseChange change) {
        return channel(one).map((channel) -> change.inThread(channel, wording(one).overdue(one, taker(one, channel))))
            .orElse(change);
    }

    private @Nullable Span taker(Case one, Address channel) {
        Case.Taken taken = one.taken();
        if (taken == null) {
            return null;
        }
        return teams.colleague(one.complaint().workspace(), taken.by())
            .flatMap((person) -> person.on(channel.platform()))
            .<Span>map((address) -> new Span.Mention(address, taken.name()))
            .orElseGet(() -> new Span.Strong(taken.name()));
    }

    private List<String> redacted(Case one, List<String> words) {
        List<String> names = customers.byId(one.complaint().customer())
            .map(Customer::name)
            .map(List::of)
            .orElseGet(List::of);
        return words.stream().map((said) -> Redaction.redact(said, names)).toList();
    }

}
