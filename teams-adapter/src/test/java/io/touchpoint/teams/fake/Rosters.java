package io.touchpoint.teams.fake;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the app may read: who is in a conversation, and what a team is. */
final class Rosters {

    private final World world;

    Rosters(World world) {
        this.world = world;
    }

    JsonNode members(Asked asked) {
        String id = asked.named();
        int mark = id.indexOf(";messageid=");
        Place place = world.place((mark < 0) ? id : id.substring(0, mark))
            .orElseThrow(() -> Refused.with(404, "ConversationNotFound", "Conversation not found."));
        admit(place);
        List<Person> people = place.members().stream().flatMap((member) -> world.person(member).stream()).toList();
        if (asked.operation().equals("member")) {
            return people.stream()
                .filter((person) -> person.id().equals(asked.inner()) || person.aadObjectId().equals(asked.inner()))
                .findFirst()
                .map(Rosters::member)
                .orElseThrow(
                        () -> Refused.with(404, "MemberNotFoundInConversation", "The member is not in the roster."));
        }
        return asked.segments().get(4).equals("pagedmembers") ? page(people, Entra.form(asked.query())) : list(people);
    }

    private void admit(Place place) {
        boolean there = place.kind() == Place.Kind.PERSONAL ? world.partner(place).filter(world::reaches).isPresent()
                : place.bot();
        if (!there) {
            throw Refused.with(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
        }
    }

    private static ArrayNode list(List<Person> people) {
        ArrayNode list = Json.array();
        people.forEach((person) -> list.add(member(person)));
        return list;
    }

    private JsonNode page(List<Person> people, Map<String, String> query) {
        int from = from(query.getOrDefault("continuationToken", ""));
        int to = Math.min(people.size(), from + world.company().pageSize());
        ObjectNode page = Json.object();
        page.set("members", list(people.subList(Math.min(from, to), to)));
        if (to < people.size()) {
            String next = Json.object().put("skip", to).toString();
            page.put("continuationToken", Base64.getEncoder().encodeToString(next.getBytes(StandardCharsets.UTF_8)));
        }
        return page;
    }

    private static int from(String token) {
        if (token.isEmpty()) {
            return 0;
        }
        try {
            String json = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
            return Json.parse(json).path("skip").asInt();
        }
        catch (IllegalArgumentException | JacksonException ex) {
            throw Refused.with(400, "BadArgument", "The continuation token cannot be read.");
        }
    }

    private static ObjectNode member(Person person) {
        int space = person.name().indexOf(' ');
        ObjectNode member = Json.object()
            .put("id", person.id())
            .put("name", person.name())
            .put("givenName", (space < 0) ? person.name() : person.name().substring(0, space))
            .put("surname", (space < 0) ? "" : person.name().substring(space + 1))
            .put("tenantId", person.tenant())
            .put("userRole", person.userRole());
        if (!person.is(Person.Trait.ANONYMOUS)) {
            member.put("aadObjectId", person.aadObjectId()).put("objectId", person.aadObjectId());
            member.put("userPrincipalName", person.userPrincipalName());
        }
        if (person.email() != null) {
            member.put("email", person.email());
        }
        return member;
    }

    JsonNode team(Asked asked) {
        Team team = world.team(asked.named())
            .orElseThrow(() -> Refused.with(404, "ConversationNotFound", "Team not found."));
        if (!team.bot()) {
            throw Refused.with(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
        }
        List<Place> channels = world.channels(team);
        if (asked.operation().equals("team")) {
            return Json.object()
                .put("id", team.id())
                .put("name", team.name())
                .put("aadGroupId", team.aadGroupId())
                .put("tenantId", team.tenant())
                .put("type", "standard")
                .put("channelCount", channels.size())
                .put("memberCount", team.members().size());
        }
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("conversations");
        for (Place channel : channels) {
            ObjectNode one = list.addObject().put("id", channel.id());
            one.put("name", channel.name()).put("type", channel.sharing());
        }
        return answer;
    }

}
