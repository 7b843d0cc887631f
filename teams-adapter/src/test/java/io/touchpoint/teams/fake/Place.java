package io.touchpoint.teams.fake;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conversation: a personal chat with the bot, a group or meeting chat, or a channel.
 *
 * @param id the platform's id, without a thread's {@code ;messageid=}
 * @param kind what it is
 * @param name what people call it; null for personal chats and for a team's General
 * channel, whose name the platform leaves out
 * @param tenant the tenant that it belongs to
 * @param team the team of a channel; null for chats
 * @param members the ids of the people in it, the bot not among them
 * @param bot whether the bot is in it
 * @param sharing {@code standard}, {@code private} or {@code shared} for channels
 */
public record Place(String id, Kind kind, @Nullable String name, String tenant, @Nullable String team,
        Set<String> members, boolean bot, String sharing) {

    /** What a conversation is. */
    public enum Kind {

        PERSONAL, GROUP, MEETING, CHANNEL

    }

    public Place {
        members = new LinkedHashSet<>(members);
    }

    /** A channel of a team, with the team's people and the bot in it. */
    public static Place channel(String id, @Nullable String name, Team team) {
        return new Place(id, Kind.CHANNEL, name, team.tenant(), team.id(), team.members(), team.bot(), "standard");
    }

    /** A group chat with the bot in it. */
    public static Place group(String id, @Nullable String name, String tenant, Set<String> members) {
        return new Place(id, Kind.GROUP, name, tenant, null, members, true, "standard");
    }

    /** The chat of a meeting with the bot in it. */
    public static Place meeting(String id, @Nullable String name, String tenant, Set<String> members) {
        return new Place(id, Kind.MEETING, name, tenant, null, members, true, "standard");
    }

    /** The type that activities name. */
    public String type() {
        return switch (kind) {
            case PERSONAL -> "personal";
            case GROUP, MEETING -> "groupChat";
            case CHANNEL -> "channel";
        };
    }

    /** The same conversation with or without the bot. */
    public Place bot(boolean there) {
        return new Place(id, kind, name, tenant, team, members, there, sharing);
    }

    /** The same channel, {@code standard}, {@code private} or {@code shared}. */
    public Place sharing(String how) {
        return new Place(id, kind, name, tenant, team, members, bot, how);
    }

    /** The same channel under another name. */
    public Place named(String other) {
        return new Place(id, kind, other, tenant, team, members, bot, sharing);
    }

    /** The same conversation with one more person. */
    public Place joined(String person) {
        Set<String> more = new LinkedHashSet<>(members);
        more.add(person);
        return new Place(id, kind, name, tenant, team, more, bot, sharing);
    }

    /** The same conversation without a person. */
    public Place left(String person) {
        Set<String> fewer = new LinkedHashSet<>(members);
        fewer.remove(person);
        return new Place(id, kind, name, tenant, team, fewer, bot, sharing);
    }

}
