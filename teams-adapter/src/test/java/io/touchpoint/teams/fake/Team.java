package io.touchpoint.teams.fake;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A team: people with channels.
 *
 * @param id the id of the team, which is that of its General channel
 * @param name what people call it
 * @param aadGroupId the id of its group in Entra
 * @param tenant the tenant that it belongs to
 * @param members the ids of its people
 * @param bot whether the app is installed in it
 * @param archived whether nothing can be written any more
 */
public record Team(String id, String name, String aadGroupId, String tenant, Set<String> members, boolean bot,
        boolean archived) {

    public Team {
        members = new LinkedHashSet<>(members);
    }

    /** A team with the app installed. */
    public static Team of(String id, String name, String tenant, Set<String> members) {
        return new Team(id, name, Person.aad("team " + id), tenant, members, true, false);
    }

    /** The same team with or without the app. */
    public Team bot(boolean installed) {
        return new Team(id, name, aadGroupId, tenant, members, installed, archived);
    }

    /** The same team, archived or not. */
    public Team archived(boolean so) {
        return new Team(id, name, aadGroupId, tenant, members, bot, so);
    }

    /** The same team under another name. */
    public Team named(String other) {
        return new Team(id, other, aadGroupId, tenant, members, bot, archived);
    }

    /** The same team with one more person. */
    public Team joined(String person) {
        Set<String> more = new LinkedHashSet<>(members);
        more.add(person);
        return new Team(id, name, aadGroupId, tenant, more, bot, archived);
    }

    /** The same team without a person. */
    public Team left(String person) {
        Set<String> fewer = new LinkedHashSet<>(members);
        fewer.remove(person);
        return new Team(id, name, aadGroupId, tenant, fewer, bot, archived);
    }

}
