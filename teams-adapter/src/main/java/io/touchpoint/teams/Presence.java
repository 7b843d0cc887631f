package io.touchpoint.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchpoint.chat.Address;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Keeps true where the bot can write to: learns from every activity, and follows who
 * installs and removes it, and what becomes of teams and channels.
 */
@Component
class Presence {

    /** The changes of teams and channels that are followed. */
    static final Set<String> EVENTS = Set.of("channelCreated", "channelRenamed", "channelDeleted", "channelRestored",
            "channelShared", "channelUnshared", "channelMemberAdded", "channelMemberRemoved", "teamRenamed",
            "teamArchived", "teamUnarchived", "teamDeleted", "teamHardDeleted", "teamRestored", "teamMemberAdded",
            "teamMemberRemoved");

    private final References references;

    private final Chats chats;

    private final Roster roster;

    Presence(References references, Chats chats, Roster roster) {
        this.references = references;
        this.chats = chats;
        this.roster = roster;
    }

    void follow(Context context) {
        chats.heard(context.arrival().tenant());
        boolean leaving = leaves(context);
        Address person = context.person();
        if (person != null) {
            references.seen(person, context.facts(context.activity().path("from"), true),
                    context.personal() && !leaving && !context.arrival().kind().equals(Arrival.Kind.REACTION),
                    context.at());
        }
        if (!context.personal()) {
            references.seen(context.channel(), context.facts(), !leaving, context.at());
        }
        if (context.arrival().kind() == Arrival.Kind.CONVERSATION) {
            members(context);
            changed(context);
        }
        if (leaving) {
            left(context, person);
        }
        else if (arrives(context) && context.team() != null) {
            references.team(context.channel(), context.team(), new Update().unset("gone"));
        }
    }

    /** Whether the bot itself is removed. */
    private static boolean leaves(Context context) {
        return switch (context.arrival().kind()) {
            case INSTALLATION -> Json2.found(context.activity(), "action").orElse("").startsWith("remove");
            case CONVERSATION -> names(context, "membersRemoved", context.bot())
                    || "channelDeleted".equals(context.eventType()) || context.eventType().endsWith("Deleted");
            case MESSAGE, EDITED, WITHDRAWN, REACTION, EXECUTE, FETCH, DIALOG, FEEDBACK, MESSAGE_ACTION, MESSAGE_DIALOG,
                    OTHER_INVOKE, OTHER ->
                false;
        };
    }

    /** Whether the bot itself is installed. */
    static boolean arrives(Context context) {
        return switch (context.arrival().kind()) {
            case INSTALLATION -> Json2.found(context.activity(), "action").orElse("").startsWith("add");
            case CONVERSATION -> names(context, "membersAdded", context.bot());
            case MESSAGE, EDITED, WITHDRAWN, REACTION, EXECUTE, FETCH, DIALOG, FEEDBACK, MESSAGE_ACTION, MESSAGE_DIALOG,
                    OTHER_INVOKE, OTHER ->
                false;
        };
    }

    private void left(Context context, @Nullable Address person) {
        String team = context.team();
        String event = context.eventType();
        if (context.personal() && person != null) {
            references.gone(person, "uninstalled", context.at());
        }
        else if (event.equals("channelDeleted")) {
            references.gone(context.channel(), event, context.at());
        }
        else if (team != null) {
            String why = event.endsWith("Deleted") ? event : "uninstalled";
            references.team(context.channel(), team,
                    new Update().set("gone", new ChatReference.Note(context.at(), why)));
        }
        else {
            references.gone(context.channel(), "uninstalled", context.at());
        }
    }

    private void members(Context context) {
        for (JsonNode member : context.activity().path("membersAdded")) {
            Address address = context.person(member);
            if (address != null && !context.bot().equals(Json2.text(member, "id"))) {
                references.seen(address, context.facts(member, false), false, context.at());
            }
        }
        String team = context.team();
        roster.forget(context.channel(), (team != null) ? team : context.channel().id());
        roster.forget(context.channel(), context.channel().id());
    }

    private void changed(Context context) {
        String team = context.team();
        if (team == null) {
            return;
        }
        switch (context.eventType()) {
            case "teamArchived" -> references.team(context.channel(), team, new Update().set("archived", true));
            case "teamUnarchived" -> references.team(context.channel(), team, new Update().unset("archived"));
            case "teamRestored" ->
                references.team(context.channel(), team, new Update().unset("archived").unset("gone"));
            default -> {
            }
        }
    }

    private static boolean names(Context context, String list, String id) {
        for (JsonNode member : context.activity().path(list)) {
            if (id.equals(Json2.text(member, "id"))) {
                return true;
            }
        }
        return false;
    }

}
