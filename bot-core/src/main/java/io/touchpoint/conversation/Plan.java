package io.touchpoint.conversation;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Spot;
import io.touchpoint.journey.Touchpoint;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A question that is to be asked.
 *
 * @param customer the customer's id
 * @param touchpoint as it stood when the event arrived: stage, team and owner are frozen
 * here
 * @param owner the colleague who answers for it, as the event said or the map says; null
 * when nobody is named
 * @param team the team, as the event said or the map says
 * @param to the customer's own chat
 * @param manual whether a colleague caused the question by hand; null for no
 * @param due when, in the customer's waking hours
 * @param thread where the question is put for the customer to take it up in the own chat;
 * null when it is put there at once
 */
@Document
@TypeAlias("plan")
public record Plan(String workspace, String customer, @Nullable String account, Touchpoint touchpoint, String team,
        @Nullable String owner, Subject subject, Address to, Locale locale, Instant due, @Nullable Boolean manual,
        @Nullable Spot thread) {

    @PersistenceCreator
    public Plan {
    }

    /** One that is put in the customer's own chat at once. */
    public Plan(String workspace, String customer, @Nullable String account, Touchpoint touchpoint, String team,
            @Nullable String owner, Subject subject, Address to, Locale locale, Instant due, @Nullable Boolean manual) {
        this(workspace, customer, account, touchpoint, team, owner, subject, to, locale, due, manual, null);
    }

    Plan privately() {
        return new Plan(workspace, customer, account, touchpoint, team, owner, subject, to, locale, due, manual);
    }

    /** The id of the prompt: {@code workspace|subject|touchpoint}. */
    public String id() {
        return workspace + "|" + subject.id() + "|" + touchpoint.key();
    }

}
