package io.touchpoint.slack.fake;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What happens in the workspace and is told to the app by the Events API. */
public final class Events {

    private final Workspace workspace;

    private final Deliveries deliveries;

    Events(Workspace workspace, Deliveries deliveries) {
        this.workspace = workspace;
        this.deliveries = deliveries;
    }

    /** A person writes in a channel or, under its D id, in the direct chat. */
    public Written says(String person, String channel, String text) {
        return says(person, channel, text, null);
    }

    /**
     * A person writes, perhaps in the thread of a message.
     * @param text what is typed: plain, with mentions as {@code <@ID>}
     */
    public Written says(String person, String channel, String text, @Nullable String threadTs) {
        throw new UnsupportedOperationException();
    }

    /** A person writes to the bot directly. */
    public Written tells(String person, String text) {
        return says(person, workspace.direct(person).id(), text, null);
    }

    /** A person changes an own message. */
    public Answered edits(String person, String message, String text) {
        throw new UnsupportedOperationException();
    }

    /** A person removes an own message. */
    public Answered removes(String person, String message) {
        throw new UnsupportedOperationException();
    }

    /** A person opens a tab of the app's home, {@code home} or {@code messages}. */
    public Answered opensHome(String person, String tab) {
        throw new UnsupportedOperationException();
    }

    /** A person enters a channel. */
    public Answered joins(String person, String channel) {
        throw new UnsupportedOperationException();
    }

    /** A person leaves a channel. */
    public Answered leaves(String person, String channel) {
        throw new UnsupportedOperationException();
    }

    /** A channel becomes shared with another company. */
    public Answered shares(String channel) {
        throw new UnsupportedOperationException();
    }

    /** A channel is not shared any more. */
    public Answered unshares(String channel) {
        throw new UnsupportedOperationException();
    }

    /** A channel gets another id. */
    public Answered renumbers(String channel, String newId) {
        throw new UnsupportedOperationException();
    }

    /** A channel is archived. */
    public Answered archives(String channel) {
        throw new UnsupportedOperationException();
    }

    /**
     * The app's own message comes back as an event, as it does in chats that the app
     * reads.
     */
    public Answered echoes(String message) {
        throw new UnsupportedOperationException();
    }

    /** The app is removed from the workspace; its token ends. */
    public Answered uninstalls() {
        throw new UnsupportedOperationException();
    }

    /** The app's address is checked with a challenge. */
    public Answered verifiesUrl(String challenge) {
        throw new UnsupportedOperationException();
    }

    /** The app's certificate is checked. */
    public Answered checksSsl() {
        throw new UnsupportedOperationException();
    }

    /** Any event, in the envelope of this workspace. */
    public Answered event(ObjectNode event) {
        return deliveries.event(envelope(event).toString());
    }

    /** The full envelope around an event. */
    public ObjectNode envelope(ObjectNode event) {
        throw new UnsupportedOperationException();
    }

}
