package io.touchpoint.slack.fake;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;

/**
 * A place where messages stand.
 *
 * @param id the channel id
 * @param name its name, without the number sign; empty for a direct chat
 * @param kind what sort of place it is
 * @param members the user ids of those who read it, the bot's among them when it was
 * added
 * @param shared whether people of other companies are in it
 * @param archived whether nobody can write there any more
 */
public record Channel(String id, String name, Kind kind, SequencedSet<String> members, boolean shared,
        boolean archived) {

    /** A sort of place. */
    public enum Kind {

        PUBLIC, PRIVATE, DIRECT

    }

    public Channel {
        members = new LinkedHashSet<>(members);
    }

    /** A public channel with these members. */
    public static Channel open(String id, String name, Set<String> members) {
        return new Channel(id, name, Kind.PUBLIC, new LinkedHashSet<>(members), false, false);
    }

    /** A private channel with these members. */
    public static Channel closed(String id, String name, Set<String> members) {
        return new Channel(id, name, Kind.PRIVATE, new LinkedHashSet<>(members), false, false);
    }

    /** The same channel, shared with another company or not. */
    public Channel shared(boolean other) {
        return new Channel(id, name, kind, members, other, archived);
    }

    /** The same channel, archived or not. */
    public Channel archived(boolean other) {
        return new Channel(id, name, kind, members, shared, other);
    }

    /** The same channel with one more member. */
    public Channel joined(String person) {
        Channel next = new Channel(id, name, kind, members, shared, archived);
        next.members.add(person);
        return next;
    }

    /** The same channel with one member less. */
    public Channel left(String person) {
        Channel next = new Channel(id, name, kind, members, shared, archived);
        next.members.remove(person);
        return next;
    }

    /** The same channel under another id. */
    public Channel renumbered(String other) {
        return new Channel(other, name, kind, members, shared, archived);
    }

    boolean direct() {
        return kind == Kind.DIRECT;
    }

}
