package io.touchpoint.followup;

import io.touchpoint.chat.Spot;
import io.touchpoint.customer.CustomerFacts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a customer in the company's business.
 *
 * @param source who says so, as the sender names itself
 * @param id the sender's id of the event
 * @param type such as {@code order.delivered}
 * @param time when it happened
 * @param kind of the subject, such as order
 * @param subject the company's own id of the subject
 * @param occurrence tells repeats of the subject apart; null when the sender does not
 * @param title of the subject as staff may read it; null for none
 * @param owner the id of the colleague who answers for it; null when the event names
 * nobody
 * @param team the id of the team that answers for it; null when the event names none
 * @param manual whether a colleague caused it by hand
 * @param thread where the conversation was that it is about; null when there was none in
 * chat
 */
public record BusinessEvent(String workspace, String source, String id, String type, Instant time,
        CustomerFacts customer, String kind, String subject, @Nullable String occurrence, @Nullable String title,
        @Nullable String owner, @Nullable String team, List<Attribute> attributes, boolean manual,
        @Nullable Spot thread) {

    public BusinessEvent {
        attributes = List.copyOf(attributes);
    }

    /** One that is not about a conversation in chat. */
    public BusinessEvent(String workspace, String source, String id, String type, Instant time, CustomerFacts customer,
            String kind, String subject, @Nullable String occurrence, @Nullable String title, @Nullable String owner,
            @Nullable String team, List<Attribute> attributes, boolean manual) {
        this(workspace, source, id, type, time, customer, kind, subject, occurrence, title, owner, team, attributes,
                manual, null);
    }

    /** Something else that the event says. */
    public record Attribute(String name, String value) {
    }

    /** The event's id within the workspace: {@code source|id}. */
    String key() {
        return source + "|" + id;
    }

}
