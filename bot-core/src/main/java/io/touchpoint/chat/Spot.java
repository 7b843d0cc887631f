package io.touchpoint.chat;

/**
 * A message of a conversation between people, in whose thread something can be said.
 *
 * @param place the channel, or the direct chat, where it stands
 * @param message the platform's id of the message that begins the thread
 */
public record Spot(Address place, String message) {

    public Spot {
        if (message.isBlank()) {
            throw new IllegalArgumentException("a spot needs a message");
        }
    }

    /** Whether the bot may have a say there: never in a direct chat. */
    public boolean channel() {
        return place.kind() == Address.Kind.CHANNEL;
    }

    /** The message to answer in the thread of. */
    public Reference reference() {
        return new Reference(place.id(), message);
    }

}
