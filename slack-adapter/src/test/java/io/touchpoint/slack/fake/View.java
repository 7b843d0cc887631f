package io.touchpoint.slack.fake;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A modal or a home tab as one person sees it.
 *
 * @param id Slack's id of it
 * @param person who sees it
 * @param content what the app sent: type, title, blocks, submit, close, callback_id,
 * private_metadata and the like, with every block_id and action_id filled in
 * @param hash changes with every update
 * @param root the view at the bottom of its stack
 * @param previous the view below it
 * @param state what is chosen or typed in: the {@code values} object of a payload
 */
public record View(String id, String person, ObjectNode content, String hash, String root, @Nullable String previous,
        ObjectNode state) {

    /** The blocks in reading order. */
    public ArrayNode blocks() {
        return content.withArray("blocks");
    }

    /** Whether it is a modal, and not a home tab. */
    public boolean modal() {
        return content.path("type").asString("").equals("modal");
    }

    /** The title of a modal; empty for a home tab. */
    public String title() {
        return content.path("title").path("text").asString("");
    }

}
