package io.touchpoint.followup;

import io.touchpoint.journey.JourneyMap;

/**
 * Rules as they might be.
 *
 * @param words what is different, as it was said
 */
public record Change(String words, AskRules rules, JourneyMap map) {
}
