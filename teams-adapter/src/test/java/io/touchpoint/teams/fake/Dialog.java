package io.touchpoint.teams.fake;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A dialog that a person has before them.
 *
 * @param id names it; the same while one answer replaces another
 * @param person who sees it
 * @param title what stands above it
 * @param card what it shows
 * @param place the conversation in which it was opened
 * @param post the message from which it was opened; null for none
 */
public record Dialog(String id, String person, String title, ObjectNode card, String place, @Nullable String post) {

    Dialog shows(String otherTitle, ObjectNode other) {
        return new Dialog(id, person, otherTitle, other, place, post);
    }

}
