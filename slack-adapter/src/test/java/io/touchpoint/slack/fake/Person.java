package io.touchpoint.slack.fake;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A user of Slack.
 *
 * @param id the user id
 * @param team the person's own workspace, which is not the installing one for people of
 * other companies
 * @param name the user name, in lower case
 * @param realName the name that others read
 * @param email null when it is not known
 * @param zone the time zone of the profile
 * @param locale the language of the profile; withheld for people of other companies
 * @param traits what else is so
 */
public record Person(String id, String team, String name, String realName, @Nullable String email, ZoneId zone,
        Locale locale, Set<Trait> traits) {

    /** Something that is so of a person. */
    public enum Trait {

        /** Administers the workspace. */
        ADMIN,
        /** Guest of the workspace. */
        GUEST,
        /** Shares no channel with the bot, so that it cannot be written to. */
        STRANGER,
        /** Deactivated. */
        DELETED,
        /** Another bot. */
        BOT,
        /** Has removed the bot. */
        BLOCKED

    }

    public Person {
        traits = Set.copyOf(traits);
    }

    /** A person without traits; the user name is made of the real one. */
    public static Person of(String id, String team, String realName, @Nullable String email, ZoneId zone,
            Locale locale) {
        return new Person(id, team, realName.toLowerCase(Locale.ROOT).replace(' ', '.'), realName, email, zone, locale,
                Set.of());
    }

    /** The same person with these traits added. */
    public Person with(Trait... added) {
        return new Person(id, team, name, realName, email, zone, locale,
                Stream.concat(traits.stream(), Stream.of(added)).collect(Collectors.toSet()));
    }

    /** The same person with these traits removed. */
    public Person without(Trait... removed) {
        Set<Trait> left = EnumSet.noneOf(Trait.class);
        left.addAll(traits);
        Stream.of(removed).forEach(left::remove);
        return new Person(id, team, name, realName, email, zone, locale, left);
    }

    /** Whether this is so of the person. */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

}
