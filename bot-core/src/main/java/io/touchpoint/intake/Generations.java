package io.touchpoint.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The event secrets that were issued in chat for a workspace, oldest first: who issued
 * them and when, and of those that may still be valid what they are made with. No secret
 * is among it.
 *
 * <pre>
 * {_id: "w1|eventsecrets", version: 3, workspace: "w1", issued: [
 *  {at: …, by: "mara", request: "slack|trigger:1.2", until: …},
 *  {at: …, by: "mara", request: "slack|trigger:3.4", salt: "…", until: …},
 *  {at: …, by: "jon", request: "teams|…", salt: "…"}]}
 * </pre>
 */
@Document("eventSecrets")
@TypeAlias("eventSecrets")
record Generations(@Id String id, @Version @Nullable Long version, String workspace, List<Generation> issued) {

    /** How long the secret before the newest one is valid beside it. */
    static final Duration OVERLAP = Duration.ofDays(1);

    private static final int REMEMBERED = 100;

    Generations {
        issued = List.copyOf(issued);
    }

    /**
     * One of them.
     *
     * @param by the colleague's id
     * @param request what was asked, so that it is answered alike when it is worked on
     * again
     * @param salt null once it can never be valid again
     * @param until when it ends; null while it is the newest
     */
    record Generation(Instant at, String by, String request, @Nullable String salt, @Nullable Instant until) {

        boolean isValid(Instant now) {
            return salt != null && (until == null || now.isBefore(until));
        }

        private Generation ending(Instant end) {
            return new Generation(at, by, request, salt, end);
        }

        private Generation ended(Instant end) {
            return new Generation(at, by, request, null, earlier(until, end));
        }

    }

    static Generations none(String workspace) {
        return new Generations(id(workspace), null, workspace, List.of());
    }

    static String id(String workspace) {
        return workspace + "|eventsecrets";
    }

    /** The one before stays for the time of the overlap, those before it end. */
    Generations with(Generation next) {
        List<Generation> all = new ArrayList<>();
        for (int i = 0; i < issued.size(); i++) {
            boolean before = i == issued.size() - 1;
            all.add(before ? issued.get(i).ending(next.at().plus(OVERLAP)) : issued.get(i).ended(next.at()));
        }
        all.add(next);
        return new Generations(id, version, workspace, all.subList(Math.max(0, all.size() - REMEMBERED), all.size()));
    }

    Optional<Generation> of(String request) {
        return issued.stream().filter((one) -> one.request().equals(request)).findFirst();
    }

    /**
     * When the secret ends that was valid before any was issued in chat; null while none
     * was.
     */
    @Nullable Instant firstUntil() {
        if (issued.isEmpty()) {
            return null;
        }
        Instant end = issued.getFirst().at().plus(OVERLAP);
        return (issued.size() == 1) ? end : earlier(end, issued.get(1).at());
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return (one != null && one.isBefore(other)) ? one : other;
    }

}
