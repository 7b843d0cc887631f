package io.touchpoint.chat;

import java.util.Locale;

/**
 * Where a message goes: one person's direct chat with the bot, or one channel.
 *
 * @param workspace the company that uses the bot
 * @param platform the chat platform, in lower case, as its adapter names itself
 * @param tenant the platform's own name for the company's installation
 * @param kind person or channel
 * @param id the platform's id of the person or the channel
 */
public record Address(String workspace, String platform, String tenant, Kind kind, String id) {

    /** Whether the id names a person or a channel. */
    public enum Kind {

        PERSON, CHANNEL

    }

    public Address {
        if (workspace.isBlank() || platform.isBlank() || tenant.isBlank() || id.isBlank()) {
            throw new IllegalArgumentException("an address needs workspace, platform, tenant and id");
        }
    }

    /** The direct chat with a person. */
    public static Address person(String workspace, String platform, String tenant, String id) {
        return new Address(workspace, platform, tenant, Kind.PERSON, id);
    }

    /** A channel. */
    public static Address channel(String workspace, String platform, String tenant, String id) {
        return new Address(workspace, platform, tenant, Kind.CHANNEL, id);
    }

    /** One string that tells this address from every other, the workspace first. */
    public String key() {
        return workspace + "|" + platform + "|" + tenant + "|" + kind.name().toLowerCase(Locale.ROOT) + ":" + id;
    }

}
