package io.touchpoint.slack.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import tools.jackson.databind.node.ObjectNode;

/**
 * A method of the Web API.
 *
 * @param name such as {@code chat.update}
 * @param scope what the token must be granted; empty for nothing, or where it depends on
 * the channel
 * @param aMinute how often it may be called
 * @param work what it does
 */
record Method(String name, String scope, int aMinute, Function<Arguments, ObjectNode> work) {

    static final int TIER_1 = 1;

    static final int TIER_2 = 20;

    static final int TIER_3 = 50;

    static final int TIER_4 = 100;

    static final int SPECIAL = 600;

    /** What one call uses up. */
    List<Pacing.Need> needs(Limits limits, String channel) {
        List<Pacing.Need> needs = new ArrayList<>();
        if (!limits.enforced()) {
            return needs;
        }
        if (name.equals("chat.postMessage")) {
            needs.add(new Pacing.Need("channel " + channel, limits.channelBurst(), java.time.Duration.ofSeconds(1)));
            needs.add(new Pacing.Need(name, limits.burst(),
                    java.time.Duration.ofMinutes(1).dividedBy(limits.postsAMinute())));
        }
        else if (limits.strictHistory() && reads()) {
            needs.add(Pacing.Need.aMinute(name, 1));
        }
        else {
            needs.add(Pacing.Need.aMinute(name, aMinute));
        }
        return needs;
    }

    private boolean reads() {
        return name.equals("conversations.history") || name.equals("conversations.replies");
    }

}
