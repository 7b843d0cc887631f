package io.touchpoint.slack.fake;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message as it stands in a channel or a direct chat.
 *
 * @param channel where it stands
 * @param ts Slack's id of it within the channel
 * @param at when it was written
 * @param from the user id of the writer
 * @param text the top-level text, escaped as Slack keeps it
 * @param blocks the blocks; empty for a message of text alone
 * @param metadata what the app put on it
 * @param threadTs the message in whose thread it is
 * @param edited when it was last changed
 * @param deleted whether it was removed
 * @param files the files that were shared with it
 * @param visibleTo the only person who sees it; null for all members
 */
public record Post(String channel, String ts, Instant at, String from, String text, ArrayNode blocks,
        @Nullable ObjectNode metadata, @Nullable String threadTs, @Nullable Instant edited, boolean deleted,
        ArrayNode files, @Nullable String visibleTo) {

    /** Names the message among all of the workspace. */
    public String id() {
        return channel + ":" + ts;
    }

    Post changed(String newText, ArrayNode newBlocks, @Nullable ObjectNode newMetadata, Instant when) {
        return new Post(channel, ts, at, from, newText, newBlocks, newMetadata, threadTs, when, deleted, files,
                visibleTo);
    }

    Post in(String otherChannel) {
        return new Post(otherChannel, ts, at, from, text, blocks, metadata, threadTs, edited, deleted, files,
                visibleTo);
    }

    Post with(ArrayNode shared) {
        return new Post(channel, ts, at, from, text, blocks, metadata, threadTs, edited, deleted, shared, visibleTo);
    }

    Post removed() {
        return new Post(channel, ts, at, from, text, blocks, metadata, threadTs, edited, true, files, visibleTo);
    }

}
