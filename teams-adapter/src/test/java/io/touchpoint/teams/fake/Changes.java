package io.touchpoint.teams.fake;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** What happens to teams and channels and is told to the app as a conversationUpdate. */
public final class Changes {

    private final World world;

    private final Deliveries deliveries;

    private final Activities activities;

    Changes(World world, Deliveries deliveries, Activities activities) {
        this.world = world;
        this.deliveries = deliveries;
        this.activities = activities;
    }

    /** A channel is made in a team; the bot is in it as it is in the team. */
    public Answered channelCreated(String by, String team, String id, String name) {
        world.add(Place.channel(id, name, world.team(team).orElseThrow()));
        return channel(by, id, "channelCreated");
    }

    /** A channel is called something else. */
    public Answered channelRenamed(String by, String channel, String name) {
        world.changePlace(channel, (place) -> place.named(name));
        return channel(by, channel, "channelRenamed");
    }

    /** A channel is deleted. */
    public Answered channelDeleted(String by, String channel) {
        Place gone = world.knownPlace(channel);
        Answered answered = channel(by, channel, "channelDeleted");
        world.remove(gone);
        return answered;
    }

    /** A channel that was deleted is back. */
    public Answered channelRestored(String by, Place channel) {
        world.add(channel);
        return channel(by, channel.id(), "channelRestored");
    }

    /** A channel is shared with another team, which may be another company's. */
    public Answered channelShared(String by, String channel) {
        world.changePlace(channel, (place) -> place.sharing("shared"));
        return channel(by, channel, "channelShared");
    }

    /** A channel is shared no longer. */
    public Answered channelUnshared(String by, String channel) {
        world.changePlace(channel, (place) -> place.sharing("standard"));
        return channel(by, channel, "channelUnshared");
    }

    /** Somebody comes into a private or shared channel. */
    public Answered channelMemberAdded(String by, String channel, String person) {
        world.changePlace(channel, (place) -> place.joined(world.known(person).id()));
        return channel(by, channel, "channelMemberAdded");
    }

    /** Somebody leaves a private or shared channel. */
    public Answered channelMemberRemoved(String by, String channel, String person) {
        world.changePlace(channel, (place) -> place.left(world.known(person).id()));
        return channel(by, channel, "channelMemberRemoved");
    }

    /** A team is called something else. */
    public Answered teamRenamed(String by, String team, String name) {
        return team(by, team, "teamRenamed", (one) -> one.named(name));
    }

    /** Nothing can be written in a team any more. */
    public Answered teamArchived(String by, String team) {
        return team(by, team, "teamArchived", (one) -> one.archived(true));
    }

    /** A team can be written in again. */
    public Answered teamUnarchived(String by, String team) {
        return team(by, team, "teamUnarchived", (one) -> one.archived(false));
    }

    /** A team is deleted, and can be restored for thirty days. */
    public Answered teamDeleted(String by, String team) {
        return team(by, team, "teamDeleted", (one) -> one.bot(false));
    }

    /** A deleted team is gone for good. */
    public Answered teamHardDeleted(String by, String team) {
        return team(by, team, "teamHardDeleted", (one) -> one.bot(false));
    }

    /** A deleted team is back. */
    public Answered teamRestored(String by, String team) {
        return team(by, team, "teamRestored", (one) -> one.bot(true));
    }

    private Answered team(String by, String team, String eventType, UnaryOperator<Team> change) {
        world.changeTeam(team, change);
        return told(by, world.knownPlace(team), eventType);
    }

    private Answered channel(String by, String channel, String eventType) {
        return told(by, world.knownPlace(channel), eventType);
    }

    private Answered told(String by, Place place, String eventType) {
        Place general = world.team(place.team()).map((team) -> world.knownPlace(team.id())).orElse(place);
        ObjectNode activity = activities.base("conversationUpdate", world.id("f:"), world.known(by), general, null);
        ObjectNode data = activities.channelData(place).put("eventType", eventType);
        if (place.name() != null) {
            ((ObjectNode) data.get("channel")).put("name", place.name());
        }
        world.team(place.team()).ifPresent((team) -> ((ObjectNode) data.get("team")).put("name", team.name()));
        activity.set("channelData", data);
        return deliveries.deliver(activity);
    }

}
