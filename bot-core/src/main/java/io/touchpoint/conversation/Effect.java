package io.touchpoint.conversation;

import io.touchpoint.outbox.Saying;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Something that a conversation has decided to do to another document: stored in the same
 * write as the state, done afterwards, and harmless when it is done twice.
 */
sealed interface Effect {

    /** Names the effect within its conversation. */
    String key();

    /** Promise a message. */
    @Document
    @TypeAlias("say")
    record Say(String key, Saying saying) implements Effect {
    }

    /**
     * Make the response read like this.
     *
     * @param edition counts what the conversation has recorded, from 1; an older one
     * never replaces a newer one
     */
    @Document
    @TypeAlias("answered")
    record Answered(String key, Long edition, @Nullable Integer score, List<String> comments, List<String> reasons,
            Instant at) implements Effect {

        public Answered {
            comments = (comments == null) ? List.of() : List.copyOf(comments);
            reasons = (reasons == null) ? List.of() : List.copyOf(reasons);
        }

    }

    /** Open a case for the owning team. */
    @Document
    @TypeAlias("complain")
    record Complain(String key, @Nullable Integer score, List<String> words) implements Effect {

        public Complain {
            words = (words == null) ? List.of() : List.copyOf(words);
        }

    }

    /** Give the customer's words to the open case. */
    @Document
    @TypeAlias("tell")
    record Tell(String key, String words) implements Effect {
    }

    /** Ask this customer nothing any more. */
    @Document
    @TypeAlias("optOut")
    record OptOut(String key) implements Effect {
    }

    /** Ask this customer again. */
    @Document
    @TypeAlias("optIn")
    record OptIn(String key) implements Effect {
    }

}
