package io.touchpoint.breaker;

import io.touchpoint.chat.Address;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How often one person was answered lately. Two machines that answer each other would go
 * on for ever; no person writes that much.
 *
 * @param id {@code workspace|exchange|platform|tenant|person}
 * @param since when the ten minutes began that are counted
 * @param last the key of the reply that was counted last
 * @param stoppedAt since when the person is not answered; null otherwise
 * @param claimAt when the admins are told of it; null once they are
 */
@Document("exchanges")
@TypeAlias("exchange")
record Exchange(@Id String id, @Version @Nullable Long version, String workspace, Address with, Instant since,
        int replies, String last, @Nullable Instant stoppedAt, @Nullable Instant claimAt) {

    static final int MOST = 40;

    private static final Duration WINDOW = Duration.ofMinutes(10);

    /** The first reply. */
    static Exchange begun(Address with, String reply, Instant now) {
        return new Exchange(id(with), null, with.workspace(), with, now, 1, reply, null, null);
    }

    static String id(Address with) {
        return "%s|exchange|%s|%s|%s".formatted(with.workspace(), with.platform(), with.tenant(), with.id());
    }

    /** One more reply; asked about the same one again, it counts once. */
    Exchange counting(String reply, Instant now) {
        if (last.equals(reply) || stoppedAt != null) {
            return this;
        }
        if (!since.plus(WINDOW).isAfter(now)) {
            return new Exchange(id, version, workspace, with, now, 1, reply, null, null);
        }
        boolean loop = replies >= MOST;
        return new Exchange(id, version, workspace, with, since, replies + 1, reply, loop ? now : null,
                loop ? now : null);
    }

    Exchange told() {
        return new Exchange(id, version, workspace, with, since, replies, last, stoppedAt, null);
    }

}
