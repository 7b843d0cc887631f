package io.touchpoint.checkin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A meeting that does not take place as planned.
 *
 * @param index which one
 * @param movedTo when it takes place instead; null when it does not
 * @param sequence how often it was changed, as calendars count
 * @param at when it was last changed
 */
record Deviation(Integer index, @Nullable Instant movedTo, Integer sequence, Instant at) {
}
