package io.touchpoint.chat;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The port through which a platform's people and channels are looked up; each adapter has
 * one.
 */
public interface Directory {

    /** The platform that this directory knows, as addresses name it. */
    String platform();

    /** Looks a person up by the platform's id. */
    Found<Person> person(Address person);

    /** Looks a person up by e-mail address. */
    Found<Person> byEmail(String workspace, String tenant, String email);

    /** Looks a channel up. */
    Found<Channel> channel(Address channel);

    /** What a look-up gave. */
    sealed interface Found<T> {

        /** It is there. */
        record Here<T>(T it) implements Found<T> {
        }

        /**
         * There is no such thing, or it may not be seen; {@code reason} is a short code,
         * without personal data.
         */
        record Nowhere<T>(String reason) implements Found<T> {
        }

        /** The platform gave no answer; it can be asked again later. */
        record NotNow<T>(String reason) implements Found<T> {
        }

        /** The value, where there is one. */
        default Optional<T> found() {
            return (this instanceof Here<T>(T it)) ? Optional.of(it) : Optional.empty();
        }

    }

    /**
     * A person on a platform.
     *
     * @param colleague whether the person is a full member of the company's own workspace
     * @param reachable whether the bot may write to the person: not a bot, not
     * deactivated, not a stranger
     */
    record Person(Address address, String name, @Nullable String email, @Nullable Locale locale, @Nullable ZoneId zone,
            boolean colleague, boolean reachable) {
    }

    /** A channel on a platform; {@code shared} when people of other companies read it. */
    record Channel(Address address, String name, boolean shared, boolean archived, boolean member) {
    }

}
