package io.touchpoint.outbox;

import io.touchpoint.chat.Reference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A stored promise.
 *
 * <pre class="code">
 * outbox {_id: "w1|order:1042|delivery#0001", saying: {…}, token, state: "WAITING", lane: 1, order: 1795427…,
 *         place: "w1|slack|T1|person:U7", open?: the same, after?: "…#0000", waits?: true, hinted?: true,
 *         claimAt?, holder?, fence: 2, attempts: 1, sendingSince?, unknownSince?, reference?, at, reason?}
 * </pre>
 *
 * @param id the saying's key
 * @param token {@link Outbox#token} of the key
 * @param lane the lane's number, 0 for the highest
 * @param order its place in the line of its lane at its place; grows
 * @param place the address's key
 * @param open the same while it waits; a line is what is open
 * @param after the saying whose reference it needs
 * @param waits whether that reference was still missing when last looked; it holds
 * nothing back meanwhile
 * @param hinted whether {@code claimAt} is only a guess of when its turn comes, moved
 * forward as soon as it does
 * @param claimAt when it may be taken, and while it is held when its lease ends; null
 * once it is settled
 * @param holder who holds it, or held it when its process died
 * @param fence counts how often it was taken
 * @param attempts how often it was begun to be said, without those that met a rate limit
 * @param sendingSince since when it may stand on the platform without our knowing
 * @param unknownSince since when we know that we do not know
 */
@Document("outbox")
@TypeAlias("entry")
record Entry(@Id String id, Saying saying, String token, Said.State state, Integer lane, Long order, String place,
        @Nullable String open, @Nullable String after, @Nullable Boolean waits, @Nullable Boolean hinted,
        @Nullable Instant claimAt, @Nullable String holder, @Nullable Integer fence, @Nullable Integer attempts,
        @Nullable Instant sendingSince, @Nullable Instant unknownSince, @Nullable Reference reference, Instant at,
        @Nullable String reason) {

    /** A new one, which may be taken at once. */
    static Entry of(Saying saying, long order, Instant now) {
        String place = saying.to().key();
        String after = (saying.replaces() != null) ? saying.replaces() : saying.threadOf();
        return new Entry(saying.key(), saying, Outbox.token(saying.key()), Said.State.WAITING, saying.lane().ordinal(),
                order, place, place, after, (after != null) ? true : null, null, now, null, 0, 0, null, null, null, now,
                null);
    }

    Said said() {
        return new Said(saying, state, reference, at, reason);
    }

    boolean waiting() {
        return Boolean.TRUE.equals(waits);
    }

    int begun() {
        return (attempts != null) ? attempts : 0;
    }

    /** Whether it takes the place of something that stands: repeating it is harmless. */
    boolean replacing() {
        return saying.replaces() != null;
    }

}
