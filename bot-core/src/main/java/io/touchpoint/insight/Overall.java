package io.touchpoint.insight;

import org.jspecify.annotations.Nullable;

/**
 * Several touchpoints together.
 *
 * @param now the period
 * @param before the equal period before
 * @param week the reported week alone
 * @param probabilityWorse that the period is worse than the one before, 0 to 1; null when
 * either has no answers
 * @param change in words; {@link Change#NONE} is "no clear change"
 */
public record Overall(Count now, Count before, Count week, @Nullable Double probabilityWorse, Change change) {
}
