package io.touchpoint.slack.fake;

import java.util.Optional;

/** Who may be written to and where, and what Slack says where not. */
final class Places {

    private final Workspace workspace;

    Places(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * The channel that an argument of a posting method means; a person's id means the
     * direct chat.
     */
    Channel toWrite(String named) {
        Optional<Person> person = workspace.person(named);
        Channel channel = person.isPresent() ? chat(person.get(), "channel_not_found")
                : workspace.channel(named).or(() -> byName(named)).orElseThrow(() -> Refused.with("channel_not_found"));
        workspace.partner(channel).filter((_) -> channel.direct()).ifPresent((to) -> chat(to, "channel_not_found"));
        member(channel);
        if (channel.archived()) {
            throw Refused.with("is_archived");
        }
        return channel;
    }

    private Optional<Channel> byName(String named) {
        String name = named.startsWith("#") ? named.substring(1) : named;
        return workspace.channels()
            .stream()
            .filter((channel) -> !name.isEmpty() && channel.name().equals(name))
            .findFirst();
    }

    /**
     * The direct chat with a person.
     * @param blocked what is said when the person has removed the bot
     */
    Channel chat(Person person, String blocked) {
        if (person.is(Person.Trait.DELETED)) {
            throw Refused.with("user_disabled");
        }
        if (person.is(Person.Trait.BOT)) {
            throw Refused.with("cannot_dm_bot");
        }
        if (person.is(Person.Trait.BLOCKED)) {
            throw Refused.with(blocked);
        }
        if (person.is(Person.Trait.STRANGER) || (workspace.external(person) && !sharesAChannel(person))) {
            throw Refused.with("invalid_user_combination");
        }
        return workspace.direct(person.id());
    }

    private boolean sharesAChannel(Person person) {
        return workspace.channels()
            .stream()
            .anyMatch((channel) -> !channel.direct() && workspace.botIsIn(channel)
                    && channel.members().contains(person.id()));
    }

    /** A channel that is read: one that does not show itself to the bot is not found. */
    Channel toSee(String id) {
        return workspace.channel(id)
            .filter((channel) -> channel.kind() == Channel.Kind.PUBLIC || workspace.botIsIn(channel))
            .orElseThrow(() -> Refused.with("channel_not_found"));
    }

    /** A channel that the bot must be in. */
    Channel member(Channel channel) {
        if (workspace.botIsIn(channel)) {
            return channel;
        }
        throw Refused.with((channel.kind() == Channel.Kind.PUBLIC) ? "not_in_channel" : "channel_not_found");
    }

    /** Demands the scope of the channel's kind, such as {@code channels:history}. */
    void scope(Channel channel, String what) {
        String kind = switch (channel.kind()) {
            case PUBLIC -> "channels";
            case PRIVATE -> "groups";
            case DIRECT -> "im";
        };
        demand(kind + ":" + what);
    }

    void demand(String scope) {
        if (!workspace.company().scopes().contains(scope)) {
            throw Refused.missingScope(scope, provided());
        }
    }

    String provided() {
        return String.join(",", workspace.company().scopes().stream().sorted().toList());
    }

}
