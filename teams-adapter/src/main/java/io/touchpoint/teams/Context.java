package io.touchpoint.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchpoint.chat.Address;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One activity, and whose it is. */
record Context(String workspace, Arrival arrival, Instant at) {

    JsonNode activity() {
        return arrival.activity();
    }

    JsonNode channelData() {
        return activity().path("channelData");
    }

    String eventType() {
        return Json2.found(channelData(), "eventType").orElse("");
    }

    String bot() {
        return Json2.found(activity().path("recipient"), "id").orElse("");
    }

    /** The conversation's sort: personal, channel or groupChat. */
    String type() {
        JsonNode conversation = activity().path("conversation");
        return Json2.found(conversation, "conversationType")
            .orElseGet(() -> conversation.path("isGroup").asBoolean() ? "groupChat" : "personal");
    }

    boolean personal() {
        return "personal".equals(type());
    }

    String serviceUrl() {
        return Optional.ofNullable(arrival.serviceUrl()).orElse("");
    }

    /** Who did it; null when nobody is named. */
    @Nullable Address person() {
        return person(activity().path("from"));
    }

    /** The address of an account: by its id in Entra, else by the one that Teams gave. */
    @Nullable Address person(JsonNode account) {
        return Json2.found(account, "aadObjectId").or(() -> Json2.found(account, "id")).map(this::person).orElse(null);
    }

    Address person(String id) {
        return Address.person(workspace, TeamsMessenger.PLATFORM, arrival.tenant(), id);
    }

    Address channel(String id) {
        return Address.channel(workspace, TeamsMessenger.PLATFORM, arrival.tenant(), id);
    }

    /** The channel that it is about, which need not be the one where it is told. */
    Address channel() {
        Optional<String> named = eventType().startsWith("channel") ? Json2.found(channelData().path("channel"), "id")
                : Optional.empty();
        return channel(named.orElseGet(() -> Connector.root(arrival.conversation())));
    }

    /** The team that it is about. */
    @Nullable String team() {
        return Json2.text(channelData().path("team"), "id");
    }

    /** What it says of somebody. */
    References.Facts facts(JsonNode account, boolean inPerson) {
        return new References.Facts(Json2.text(account, "id"), Json2.text(account, "aadObjectId"),
                Json2.text(account, "name"), null, (inPerson && personal()) ? arrival.conversation() : null,
                (inPerson && personal()) ? "personal" : null, arrival.serviceUrl(), bot().isEmpty() ? null : bot(),
                null, null, null, inPerson ? Json2.text(activity(), "locale") : null, inPerson ? zone() : null);
    }

    /** What it says of the channel or group. */
    References.Facts facts() {
        JsonNode team = channelData().path("team");
        return new References.Facts(null, null, Json2.text(channelData().path("channel"), "name"), null, channel().id(),
                type(), arrival.serviceUrl(), bot().isEmpty() ? null : bot(), team(), Json2.text(team, "aadGroupId"),
                Json2.text(channelData().path("channel"), "type"), null, null);
    }

    private @Nullable String zone() {
        return Json2.found(activity(), "localTimezone").orElseGet(() -> {
            for (JsonNode entity : activity().path("entities")) {
                if ("clientInfo".equals(Json2.text(entity, "type"))) {
                    return Json2.text(entity, "timezone");
                }
            }
            return null;
        });
    }

}
