package io.touchpoint.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Directory.Channel;
import io.touchpoint.chat.Directory.Found;
import io.touchpoint.chat.Directory.Person;
import io.touchpoint.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackDirectoryTests {

    private static final Address ADA = Address.person("w1", "slack", "T1", "U1");

    private static final Address CHANNEL = Address.channel("w1", "slack", "T1", "C1");

    private final StubSlack slack = new StubSlack();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T09:00:00Z"));

    private final SlackDirectory directory = new SlackDirectory(slack.web(), clock);

    @AfterEach
    void stop() {
        slack.close();
    }

    private void user(String more) {
        slack.answers("users.info", """
                {"ok":true,"user":{"id":"U1","team_id":"T1","tz":"Asia/Kathmandu","locale":"de-DE"%s,
                 "profile":{"display_name":"","real_name":"Ada Novak","email":"ada@a.example"}}}""".formatted(more));
    }

    @Test
    void looksAPersonUpOnceADay() {
        user("");
        Found<Person> ada = directory.person(ADA);
        assertThat(ada).isEqualTo(new Found.Here<>(new Person(ADA, "Ada Novak", "ada@a.example",
                Locale.forLanguageTag("de-DE"), ZoneId.of("Asia/Kathmandu"), true, true)));
        clock.advance(Duration.ofHours(23));
        assertThat(directory.person(ADA)).isEqualTo(ada);
        assertThat(slack.calls("users.info")).singleElement()
            .satisfies((call) -> assertThat(call.form()).containsEntry("include_locale", "true"));
        clock.advance(Duration.ofHours(1));
        directory.person(ADA);
        assertThat(slack.calls("users.info")).hasSize(2);
    }

    @Test
    void tellsGuestsStrangersAndBotsApart() {
        for (String trait : new String[] { "is_restricted", "is_ultra_restricted" }) {
            user(",\"" + trait + "\":true");
            assertThat(new SlackDirectory(slack.web(), clock).person(ADA).found().orElseThrow())
                .matches((person) -> !person.colleague() && person.reachable(), trait);
        }
        for (String trait : new String[] { "is_stranger", "deleted", "is_bot" }) {
            user(",\"" + trait + "\":true");
            assertThat(new SlackDirectory(slack.web(), clock).person(ADA).found().orElseThrow())
                .matches((person) -> !person.colleague() && !person.reachable(), trait);
        }
    }

    @Test
    void findsAPersonByEmail() {
        slack.answers("users.lookupByEmail", "{\"ok\":true,\"user\":{\"id\":\"U1\"}}");
        user("");
        assertThat(directory.byEmail("w1", "T1", "ada@a.example").found()).get()
            .extracting(Person::address)
            .isEqualTo(ADA);
        slack.answers("users.lookupByEmail", "{\"ok\":false,\"error\":\"users_not_found\"}");
        assertThat(directory.byEmail("w1", "T1", "eve@a.example")).isEqualTo(new Found.Nowhere<>("users_not_found"));
        slack.answers("users.lookupByEmail", 429, "", "Retry-After", "3");
        assertThat(directory.byEmail("w1", "T1", "eve@a.example")).isEqualTo(new Found.NotNow<>("ratelimited"));
    }

    @Test
    void asksAfreshWhetherAChannelIsShared() {
        slack.answers("conversations.info", "{\"ok\":true,\"channel\":{\"name\":\"shop\",\"is_member\":true}}");
        slack.answers("conversations.info",
                "{\"ok\":true,\"channel\":{\"name\":\"shop\",\"is_ext_shared\":true,\"is_archived\":true}}");
        assertThat(directory.channel(CHANNEL))
            .isEqualTo(new Found.Here<>(new Channel(CHANNEL, "shop", false, false, true)));
        assertThat(directory.channel(CHANNEL))
            .isEqualTo(new Found.Here<>(new Channel(CHANNEL, "shop", true, true, false)));
    }

}
