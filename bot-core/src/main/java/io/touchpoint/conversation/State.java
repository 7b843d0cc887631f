package io.touchpoint.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** Where a conversation stands. */
sealed interface State {

    /** The question waits for its time. */
    @Document
    @TypeAlias("planned")
    record Planned(Instant due) implements State {
    }

    /**
     * A line stands in the thread of the conversation that the question is about; the
     * question itself is put in the customer's own chat when the customer wants it.
     *
     * @param since when it was said
     * @param line the key of the saying
     * @param lookAt when to look whether it could be said; null when it stands
     */
    @Document
    @TypeAlias("offered")
    record Offered(Instant since, String line, @Nullable Instant lookAt) implements State {
    }

    /**
     * The question stands in the chat.
     *
     * @param since when it was last put
     * @param last whether it is not put again
     * @param remindAt when the customer is reminded of it; null for not, or not any more
     */
    @Document
    @TypeAlias("asking")
    record Asking(Instant since, Boolean last, @Nullable Instant remindAt) implements State {
    }

    /** The customer said "not now"; the question is put once more. */
    @Document
    @TypeAlias("snoozed")
    record Snoozed(Instant until) implements State {
    }

    /**
     * The customer rated.
     *
     * @param score the raw value
     * @param at when
     * @param open whether the follow-up question still waits for words
     */
    @Document
    @TypeAlias("rated")
    record Rated(Integer score, Instant at, Boolean open) implements State {
    }

    /** Nothing more is asked. */
    @Document
    @TypeAlias("ended")
    record Ended(How how, Instant at) implements State {

        /** How a conversation ended without a rating. */
        enum How {

            /** A gate held the question back when it fell due. */
            NOT_ASKED,
            /** What the customer lived through was undone. */
            WITHDRAWN,
            /** The customer wants no question about this. */
            DECLINED,
            /** The customer wants no question at all. */
            OPTED_OUT,
            /** Nobody answered in time. */
            EXPIRED

        }

    }

}
