package io.touchpoint.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ManifestTests {

    /** The scopes that each event needs before Slack sends it. */
    private static final Map<String, List<String>> EVENT_SCOPES = Map.of("message.im", List.of("im:history"),
            "app_mention", List.of("app_mentions:read"), "app_home_opened", List.of(), "member_joined_channel",
            List.of("channels:read", "groups:read"), "member_left_channel", List.of("channels:read", "groups:read"),
            "channel_shared", List.of("channels:read", "groups:read"), "channel_unshared",
            List.of("channels:read", "groups:read"), "channel_id_changed", List.of("channels:read", "groups:read"),
            "channel_archive", List.of("channels:read"), "group_archive", List.of("groups:read"));

    /** With these more is possible; without them the product does without. */
    private static final Set<String> OPTIONAL = Set.of("users:read.email", "channels:history", "groups:history");

    private final JsonObject manifest = manifest();

    private static JsonObject manifest() {
        try (InputStream file = ManifestTests.class.getResourceAsStream("/slack-manifest.json")) {
            assertThat(file).isNotNull();
            return Json.read(new String(file.readAllBytes(), StandardCharsets.UTF_8)).orElseThrow();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static List<String> strings(JsonObject from, String name) {
        return from.getAsJsonArray(name).asList().stream().map(JsonElement::getAsString).toList();
    }

    @Test
    void subscribesToTheEventsThatAreListenedTo() {
        assertThat(strings(Json.at(manifest, "settings", "event_subscriptions"), "bot_events"))
            .containsExactlyElementsOf(new TreeSet<>(Listeners.EVENTS.keySet()));
    }

    @Test
    void offersTheCommandAndTheShortcutsThatAreAnswered() {
        assertThat(Json.objects(Json.at(manifest, "features"), "slash_commands"))
            .extracting((command) -> Json.text(command, "command"))
            .containsExactly(Listeners.COMMAND);
        assertThat(Json.objects(Json.at(manifest, "features"), "shortcuts"))
            .extracting((shortcut) -> Json.text(shortcut, "type") + " " + Json.text(shortcut, "callback_id"))
            .containsExactlyInAnyOrderElementsOf(Stream
                .concat(Shortcuts.GLOBAL.keySet().stream().map("global "::concat),
                        Stream.of("message " + Shortcuts.MARK_SOLVED))
                .toList());
    }

    @Test
    void asksForTheScopesThatAreNeededAndNoMore() {
        TreeSet<String> needed = new TreeSet<>(List.of("commands", "groups:read"));
        Arrays.stream(SlackMethod.values())
            .map(SlackMethod::scope)
            .filter((scope) -> !scope.isEmpty())
            .forEach(needed::add);
        Listeners.EVENTS.keySet().forEach((event) -> needed.addAll(EVENT_SCOPES.get(event)));
        needed.removeAll(OPTIONAL);
        JsonObject scopes = Json.at(manifest, "oauth_config", "scopes");
        assertThat(strings(scopes, "bot")).containsExactlyElementsOf(needed);
        assertThat(strings(scopes, "bot_optional")).containsExactlyElementsOf(new TreeSet<>(OPTIONAL));
    }

    @Test
    void sendsEverythingToTheOneAddress() {
        JsonObject settings = Json.at(manifest, "settings");
        assertThat(Stream.of(Json.text(Json.at(settings, "event_subscriptions"), "request_url"),
                Json.text(Json.at(settings, "interactivity"), "request_url"),
                Json.text(Json.objects(Json.at(manifest, "features"), "slash_commands").getFirst(), "url")))
            .containsOnly("https://HOST/slack/events");
    }

    @Test
    void letsPeopleWriteToTheBot() {
        assertThat(Json.at(manifest, "features", "app_home").get("messages_tab_read_only_enabled").getAsBoolean())
            .isFalse();
    }

}
