package io.touchpoint.recovery;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Message;
import io.touchpoint.outbox.Lane;
import io.touchpoint.outbox.Saying;
import io.touchpoint.team.Colleague;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a case at one moment: the new state, and what is to be said about it.
 */
final class CaseChange {

    private static final int REMEMBERED = 100;

    private static final int HEARD = 10;

    private final Case before;

    private final Instant now;

    private final List<String> heard;

    private final List<String> inbox;

    private final List<Saying> pending;

    private Case.Status status;

    private Case.@Nullable Taken taken;

    private @Nullable Instant repliedAt;

    private Case.@Nullable Closing closing;

    private @Nullable Instant overdueAt;

    private int said;

    CaseChange(Case before, Instant now) {
        this.before = before;
        this.now = now;
        this.heard = new ArrayList<>(before.heard());
        this.inbox = new ArrayList<>(before.inbox());
        this.pending = new ArrayList<>(before.pending());
        this.status = before.status();
        this.taken = before.taken();
        this.repliedAt = before.repliedAt();
        this.closing = before.closing();
        this.overdueAt = before.overdueAt();
        this.said = before.said();
    }

    CaseChange applying(String eventId) {
        inbox.add(eventId);
        return this;
    }

    CaseChange hearing(String words) {
        heard.add(words);
        return this;
    }

    /** Whether nobody has it yet. */
    boolean untaken() {
        return status == Case.Status.OPEN;
    }

    CaseChange takenBy(Colleague colleague) {
        status = Case.Status.TAKEN;
        taken = new Case.Taken(colleague.key(), colleague.name(), now);
        return this;
    }

    CaseChange replied() {
        repliedAt = (repliedAt == null) ? now : repliedAt;
        return this;
    }

    CaseChange closed(Case.Closing end) {
        status = Case.Status.CLOSED;
        closing = end;
        return this;
    }

    CaseChange overdue() {
        overdueAt = now;
        return this;
    }

    CaseChange say(Address to, Lane lane, Message message) {
        pending.add(next(to, lane, message));
        return this;
    }

    CaseChange inThread(Address channel, Message message) {
        pending.add(next(channel, Lane.REPLY, message).inThreadOf(before.card()));
        return this;
    }

    CaseChange inPlace(Address channel, Message message) {
        pending.add(next(channel, Lane.REPLY, message).inPlaceOf(before.card()));
        return this;
    }

    private Saying next(Address to, Lane lane, Message message) {
        said++;
        return Saying.of(Saying.key(before.id(), said), before.id(), to, lane, message);
    }

    /** The outbox knows what was to be said. */
    CaseChange told() {
        pending.clear();
        return this;
    }

    Case done() {
        return new Case(before.id(), before.version(), before.complaint(), status, before.openedAt(), before.due(),
                before.first(), taken, repliedAt, closing, overdueAt, last(heard, HEARD), last(inbox, REMEMBERED), said,
                pending, claimAt());
    }

    private @Nullable Instant claimAt() {
        if (!pending.isEmpty()) {
            return now;
        }
        boolean promised = status != Case.Status.CLOSED && repliedAt == null && overdueAt == null;
        return promised ? before.due() : null;
    }

    private static List<String> last(List<String> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

}
