package io.touchpoint.intake;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What something is called here that a source knows by an id of its own, and whose it is;
 * what the source tells of it later may say neither:
 *
 * <pre>
 * {_id: "w1|shopify|820982911946154508", subject: "1001", customer: "shopify:115310627314723954", at: …}
 * </pre>
 *
 * @param id {@code workspace|source|the source's own id}
 * @param at when it became known
 */
@Document("aliases")
@TypeAlias("alias")
record Alias(@Id String id, String subject, String customer, Instant at) {
}
