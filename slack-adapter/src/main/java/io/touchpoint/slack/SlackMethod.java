package io.touchpoint.slack;

/**
 * The methods of Slack's Web API that the product calls, each with the scope it needs.
 */
enum SlackMethod {

    /** Says something new. */
    POST("chat.postMessage", "chat:write"),
    /** Changes what was said. */
    UPDATE("chat.update", "chat:write"),
    /** Says something that one person of a channel sees. */
    POST_EPHEMERAL("chat.postEphemeral", "chat:write"),
    /** Finds the direct chat with a person. */
    OPEN_CHAT("conversations.open", "im:write"),
    /**
     * Looks for a message in a direct chat; in channels only where the company allows it.
     */
    HISTORY("conversations.history", "im:history"),
    /** The same in a thread. */
    REPLIES("conversations.replies", "im:history"),
    /** Looks a channel up; private ones need {@code groups:read} as well. */
    CHANNEL("conversations.info", "channels:read"),
    /** Looks a person up. */
    USER("users.info", "users:read"),
    /** Looks a person up by e-mail address. */
    USER_BY_EMAIL("users.lookupByEmail", "users:read.email"),
    /** Opens a form. */
    OPEN_VIEW("views.open", ""),
    /** Changes an open form. */
    UPDATE_VIEW("views.update", ""),
    /** Shows the personal view. */
    PUBLISH_VIEW("views.publish", "");

    private final String path;

    private final String scope;

    SlackMethod(String path, String scope) {
        this.path = path;
        this.scope = scope;
    }

    /** The method's name in its address. */
    String path() {
        return path;
    }

    /** The scope that it needs; empty for none. */
    String scope() {
        return scope;
    }

}
