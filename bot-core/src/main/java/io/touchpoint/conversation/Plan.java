package io.touchpoint.conversation;

import io.touchpoint.chat.Address;
import io.touchpoint.journey.Touchpoint;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
 * @param to where the customer is asked
 * @param manual whether a colleague caused the question by hand; null for no
 * @param due when, in the customer's waking hours
 */
@Document
@TypeAlias("plan")
public record Plan(String workspace, String customer, @Nullable String account, Touchpoint touchpoint, String team,
        @Nullable String owner, Subject subject, Address to, Locale locale, Instant due, @Nullable Boolean manual) {

    /** The id of the prompt: {@code workspace|subject|touchpoint}. */
    public String id() {
        return workspace + "|" + subject.id() + "|" + touchpoint.key();
    }

}
