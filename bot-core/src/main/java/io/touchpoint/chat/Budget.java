package io.touchpoint.chat;

import java.time.Duration;

/**
 * How often the platform may be called for one thing: on average one call an interval,
 * with a burst.
 *
 * @param key what is limited, the workspace first
 * @param interval the average time between two calls
 * @param burst how many calls may follow each other at once, at least 1
 */
public record Budget(String key, Duration interval, int burst) {
}
