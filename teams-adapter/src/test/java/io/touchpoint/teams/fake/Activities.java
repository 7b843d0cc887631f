package io.touchpoint.teams.fake;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The activities that Teams sends to the app, in the form in which it sends them. */
final class Activities {

    private final World world;

    private final Supplier<String> serviceUrl;

    Activities(World world, Supplier<String> serviceUrl) {
        this.world = world;
        this.serviceUrl = serviceUrl;
    }

    /** What every activity says: who, where, when, to whom. */
    ObjectNode base(String type, String id, Person from, Place place, @Nullable String thread) {
        Instant now = world.now();
        ObjectNode activity = Json.object()
            .put("type", type)
            .put("id", id)
            .put("timestamp", now.toString())
            .put("localTimestamp", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now.atZone(from.zone())))
            .put("localTimezone", from.zone().getId())
            .put("channelId", "msteams")
            .put("serviceUrl", serviceUrl.get())
            .put("locale", from.locale().toLanguageTag());
        activity.set("from", account(from));
        activity.set("conversation", conversation(place, thread));
        activity.putObject("recipient").put("id", world.company().bot()).put("name", "Touchpoint");
        client(activity.putArray("entities").addObject(), from);
        activity.set("channelData", channelData(place));
        return activity;
    }

    static ObjectNode account(Person person) {
        ObjectNode account = Json.object().put("id", person.id()).put("name", person.name());
        if (!person.is(Person.Trait.ANONYMOUS)) {
            account.put("aadObjectId", person.aadObjectId());
        }
        return account;
    }

    private static ObjectNode conversation(Place place, @Nullable String thread) {
        String id = (thread == null) ? place.id() : place.id() + ";messageid=" + thread;
        ObjectNode conversation = Json.object()
            .put("conversationType", place.type())
            .put("tenantId", place.tenant())
            .put("id", id);
        if (place.kind() != Place.Kind.PERSONAL) {
            conversation.put("isGroup", true);
        }
        if (place.kind() == Place.Kind.GROUP && place.name() != null) {
            conversation.put("name", place.name());
        }
        return conversation;
    }

    private static void client(ObjectNode entity, Person person) {
        entity.put("type", "clientInfo")
            .put("locale", person.locale().toLanguageTag())
            .put("country", person.locale().getCountry())
            .put("platform", "Web")
            .put("timezone", person.zone().getId());
    }

    /** What only Teams says; some of it is newer than the SDKs. */
    ObjectNode channelData(Place place) {
        ObjectNode data = Json.object();
        data.putObject("tenant").put("id", place.tenant());
        world.team(place.team()).ifPresent((team) -> {
            data.put("teamsChannelId", place.id()).put("teamsTeamId", team.id());
            data.putObject("channel").put("id", place.id()).put("type", place.sharing());
            data.putObject("team")
                .put("id", team.id())
                .put("aadGroupId", team.aadGroupId())
                .put("type", "standard")
                .put("tenantId", team.tenant());
        });
        if (place.kind() == Place.Kind.MEETING) {
            data.putObject("meeting").put("id", "meeting of " + place.id());
        }
        return data;
    }

    /** A message that somebody has written. */
    ObjectNode message(Person from, Place place, Post post) {
        ObjectNode activity = base("message", post.activityId(), from, place, thread(place, post));
        written(activity, post);
        return activity;
    }

    void written(ObjectNode activity, Post post) {
        activity.put("textFormat", "plain").put("text", post.text());
        for (JsonNode entity : Json.each(post.activity().path("entities"))) {
            activity.withArrayProperty("entities").add(entity.deepCopy());
        }
        ObjectNode html = Json.object().put("contentType", "text/html").put("content", "<p>" + escaped(post) + "</p>");
        activity.putArray("attachments").add(html);
    }

    private static String escaped(Post post) {
        return post.text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static @Nullable String thread(Place place, Post post) {
        return (place.kind() == Place.Kind.CHANNEL) ? post.root() : null;
    }

    /** An invoke, about a message where there is one. */
    ObjectNode invoke(String name, Person from, Place place, @Nullable Post about, JsonNode value) {
        String thread = (about == null) ? null : thread(place, about);
        ObjectNode activity = base("invoke", world.id("f:"), from, place, thread).put("name", name);
        if (about != null) {
            activity.put("replyToId", about.activityId());
        }
        activity.set("value", value);
        return activity;
    }

}
