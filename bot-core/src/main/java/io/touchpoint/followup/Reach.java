package io.touchpoint.followup;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Directory.Person;
import org.jspecify.annotations.Nullable;

/** How a customer can be reached in chat. */
sealed interface Reach {

    /**
     * At this address.
     *
     * @param person as the platform knows the customer; null when it could not be asked
     * here
     */
    record At(Address address, @Nullable Person person) implements Reach {
    }

    /** Nowhere; {@code reason} as staff may read it. */
    record Nowhere(String reason) implements Reach {
    }

    /** The platform gave no answer. */
    record NotNow(String reason) implements Reach {
    }

    /** Whether the platform says that this is one of the company's own people. */
    default boolean colleague() {
        return this instanceof At(Address _, Person person) && person != null && person.colleague();
    }

}
