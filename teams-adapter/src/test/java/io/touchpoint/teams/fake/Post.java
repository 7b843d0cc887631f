package io.touchpoint.teams.fake;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message as it stands in a conversation.
 *
 * @param place the conversation, without a thread
 * @param activityId the platform's id of it within the conversation
 * @param at when it was written
 * @param from the id of the writer
 * @param activity what was sent: text, attachments, channelData
 * @param thread the message that begins the thread it is in; null for the message that
 * begins one, and in chats
 * @param edited when it was last changed
 * @param deleted whether it was removed
 * @param visibleTo the only person who sees it, for what the client shows in passing;
 * null for everybody
 */
public record Post(String place, String activityId, Instant at, String from, ObjectNode activity,
        @Nullable String thread, @Nullable Instant edited, boolean deleted, @Nullable String visibleTo) {

    /** The content type of an Adaptive Card. */
    static final String CARD = "application/vnd.microsoft.card.adaptive";

    /** Names the message among all conversations. */
    public String id() {
        return place + "|" + activityId;
    }

    /** The text, without any card. */
    public String text() {
        return Json.text(activity, "text");
    }

    /** The first Adaptive Card of it. */
    public Optional<ObjectNode> card() {
        for (JsonNode attachment : Json.each(activity.path("attachments"))) {
            if (Json.text(attachment, "contentType").equals(CARD)
                    && attachment.path("content") instanceof ObjectNode card) {
                return Optional.of(card);
            }
        }
        return Optional.empty();
    }

    /** The message that begins its thread, which may be itself. */
    public String root() {
        return (thread != null) ? thread : activityId;
    }

    Post changed(ObjectNode other, Instant when) {
        return new Post(place, activityId, at, from, other, thread, when, deleted, visibleTo);
    }

    Post removed(boolean gone) {
        return new Post(place, activityId, at, from, activity, thread, edited, gone, visibleTo);
    }

}
