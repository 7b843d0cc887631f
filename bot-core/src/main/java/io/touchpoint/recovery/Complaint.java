package io.touchpoint.recovery;

import io.touchpoint.chat.Address;
import io.touchpoint.survey.Scale;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A customer's wish to hear from a person.
 *
 * @param conversation the id of the conversation that it came from; one case is open for
 * each at a time
 * @param customer the customer's id
 * @param customerAddress the chat in which the customer is answered
 * @param team the key of the team that answers
 * @param touchpoint the touchpoint's key; empty when it is about none
 * @param touchpointName as people read it; empty when it is about none
 * @param score the rating; null when there is none
 * @param words the customer's words so far
 * @param subject what it is about, as staff may read it, such as "order 10442"; empty
 * when that is not known
 * @param eventId names the wish: the same wish twice opens nothing twice
 */
@Document
@TypeAlias("complaint")
public record Complaint(String conversation, String workspace, String customer, Address customerAddress, Locale locale,
        String team, String touchpoint, String touchpointName, @Nullable Scale scale, @Nullable Integer score,
        List<String> words, String subject, String eventId) {

    public Complaint {
        words = List.copyOf(words);
    }

}
