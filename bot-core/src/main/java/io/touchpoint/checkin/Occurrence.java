package io.touchpoint.checkin;

import java.time.Instant;

/**
 * One meeting of a series.
 *
 * @param index 0 for the first
 * @param sequence how often it was changed
 * @param changedAt when it got its present form
 */
record Occurrence(int index, Instant start, boolean skipped, boolean moved, int sequence, Instant changedAt) {
}
