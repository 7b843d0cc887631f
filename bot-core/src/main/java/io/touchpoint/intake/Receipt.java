package io.touchpoint.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An event that was taken in, and what was answered:
 *
 * <pre>
 * {_id: "w1|/shop|e1", workspace: "w1", at: …, body: "…", claimAt: …, holder: …}    until it is decided
 * {_id: "w1|/shop|e1", workspace: "w1", at: …, answer: "…"}                           then
 * </pre>
 *
 * @param id {@code workspace|source|id}
 * @param at when it came
 * @param body as it came; null once it is decided
 * @param answer the first answer, which every repeat is given; null before
 * @param claimAt when it is decided if whoever took it in did not live to; null once it
 * is
 * @param holder who takes it in
 * @param attempts how often that was tried
 * @param parked why it was given up; null otherwise
 */
@Document("events")
@TypeAlias("receipt")
record Receipt(@Id String id, String workspace, Instant at, @Nullable String body, @Nullable String answer,
        @Nullable Instant claimAt, @Nullable String holder, @Nullable Integer attempts, @Nullable String parked) {
}
