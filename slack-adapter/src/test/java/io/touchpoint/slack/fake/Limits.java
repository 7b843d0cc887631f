package io.touchpoint.slack.fake;

/**
 * How often Slack lets itself be called, by the simulated clock.
 *
 * @param enforced whether there are limits at all
 * @param postsAMinute how many messages a workspace takes a minute on average
 * @param burst how many of them may follow each other at once
 * @param channelBurst how many messages one channel takes at once; then one a second
 * @param strictHistory whether reading messages is held to one call a minute and 15
 * messages, as for distributed apps outside the Marketplace
 */
public record Limits(boolean enforced, int postsAMinute, int burst, int channelBurst, boolean strictHistory) {

    /** 300 messages a minute with a burst of 20, and five at once in one channel. */
    public static Limits documented() {
        return new Limits(true, 300, 20, 5, true);
    }

    /** No limits. */
    public static Limits none() {
        return new Limits(false, 300, 20, 5, false);
    }

}
