package io.touchpoint.slack.fake;

import java.util.List;
import java.util.Locale;

import tools.jackson.databind.node.ObjectNode;

/** The methods {@code users.*} and {@code auth.*}: who is there, and who is calling. */
final class UserMethods {

    private final Workspace workspace;

    private final Places places;

    private final Shapes shapes;

    UserMethods(Workspace workspace, Places places, Shapes shapes) {
        this.workspace = workspace;
        this.places = places;
        this.shapes = shapes;
    }

    List<Method> all() {
        return List.of(new Method("users.info", "users:read", Method.TIER_4, this::person),
                new Method("users.list", "users:read", Method.TIER_2, this::list),
                new Method("users.lookupByEmail", "users:read.email", Method.TIER_3, this::byEmail),
                new Method("users.conversations", "", Method.TIER_3, this::conversations),
                new Method("auth.test", "", Method.SPECIAL, this::test),
                new Method("auth.teams.list", "", Method.TIER_2, this::teams),
                new Method("auth.revoke", "", Method.TIER_3, this::revoke),
                new Method("api.test", "", Method.TIER_4, (_) -> Json.ok()));
    }

    private ObjectNode person(Arguments arguments) {
        String id = arguments.text("user");
        ObjectNode answer = Json.ok();
        answer.set("user",
                id.equals(workspace.company().botUser()) ? bot()
                        : workspace.person(id)
                            .map((person) -> shapes.person(person, arguments.flag("include_locale")))
                            .orElseThrow(() -> Refused.with("user_not_found")));
        return answer;
    }

    private ObjectNode bot() {
        Company company = workspace.company();
        return Json.object()
            .put("id", company.botUser())
            .put("team_id", company.team())
            .put("name", "touchpoint")
            .put("real_name", "Touchpoint")
            .put("deleted", false)
            .put("is_bot", true);
    }

    private ObjectNode list(Arguments arguments) {
        List<Person> people = workspace.people()
            .stream()
            .filter((person) -> !person.is(Person.Trait.STRANGER))
            .toList();
        int limit = arguments.number("limit", 1000, "invalid_limit");
        return ConversationMethods.page(arguments, people, Math.clamp(limit, 1, 1000), "members",
                (person) -> shapes.person(person, arguments.flag("include_locale")));
    }

    private ObjectNode byEmail(Arguments arguments) {
        String email = arguments.text("email").toLowerCase(Locale.ROOT);
        Person found = workspace.people()
            .stream()
            .filter((person) -> person.email() != null && person.email().toLowerCase(Locale.ROOT).equals(email))
            .filter((person) -> !person.is(Person.Trait.STRANGER) && !person.is(Person.Trait.DELETED))
            .findFirst()
            .orElseThrow(() -> Refused.with("users_not_found"));
        ObjectNode answer = Json.ok();
        answer.set("user", shapes.person(found, false));
        return answer;
    }

    private ObjectNode conversations(Arguments arguments) {
        String user = arguments.has("user") ? arguments.text("user") : workspace.company().botUser();
        if (!user.equals(workspace.company().botUser()) && workspace.person(user).isEmpty()) {
            throw Refused.with("user_not_found");
        }
        List<Channel> channels = ConversationMethods.visible(workspace, places, arguments)
            .stream()
            .filter((channel) -> channel.members().contains(user))
            .toList();
        int limit = arguments.number("limit", 100, "invalid_limit");
        return ConversationMethods.page(arguments, channels, Math.clamp(limit, 1, 999), "channels", shapes::channel);
    }

    private ObjectNode test(Arguments arguments) {
        Company company = workspace.company();
        return Json.ok()
            .put("url", "https://home.slack.com/")
            .put("team", company.name())
            .put("user", "touchpoint")
            .put("team_id", company.team())
            .put("user_id", company.botUser())
            .put("bot_id", company.bot())
            .put("is_enterprise_install", false);
    }

    private ObjectNode teams(Arguments arguments) {
        ObjectNode answer = Json.ok();
        answer.putArray("teams")
            .addObject()
            .put("id", workspace.company().team())
            .put("name", workspace.company().name());
        answer.putObject("response_metadata").put("next_cursor", "");
        return answer;
    }

    private ObjectNode revoke(Arguments arguments) {
        if (arguments.flag("test")) {
            return Json.ok().put("revoked", false);
        }
        workspace.revoke("token_revoked");
        return Json.ok().put("revoked", true);
    }

}
