package io.touchpoint.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Directory;
import io.touchpoint.intake.EventSecrets.Issuing;
import io.touchpoint.intake.EventSecrets.Issuing.Issued;
import io.touchpoint.intake.EventSecrets.Valid;
import io.touchpoint.mongo.AtOnce;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.workspace.Secret;
import io.touchpoint.workspace.Tenant;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.mock.web.MockHttpServletRequest;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventSecretsTests {

    private static final Instant NOW = CoreUnderTest.START;

    private static final Instant DAY_LATER = NOW.plus(Duration.ofDays(1));

    private static final String KEY = "a long text of at least 32 signs";

    private CoreUnderTest core;

    private EventSecrets secrets;

    @BeforeAll
    void start() {
        core = CoreUnderTest
            .with("workspace", "journey", "survey", "customer", "team", "feedback", "recovery", "conversation",
                    "outbox", "breaker", "followup", "intake")
            .bean(Directory.class, new Everybody())
            .property("touchpoint.events.secret=" + Signed.SECRET)
            .property("touchpoint.events.key=" + KEY)
            .start();
        secrets = core.get(EventSecrets.class);
    }

    @AfterAll
    void stop() {
        core.close();
    }

    private String workspace() {
        String id = "w" + UUID.randomUUID().toString().substring(0, 8);
        core.get(Workspaces.class)
            .put(new Workspace(id, null, "Northwind", ZoneId.of("Europe/Berlin"), Locale.ENGLISH, null,
                    List.of(new Tenant("slack", "T" + id)), List.of(), List.of(), "f"));
        return id;
    }

    private String issued(String workspace, String request, Instant now) {
        return ((Issued) secrets.issue(workspace, "mara", request, now)).secret().value();
    }

    private boolean opens(String workspace, String secret, Instant now) {
        return opens(core.get(Door.class), workspace, secret, now);
    }

    private static boolean opens(Door door, String workspace, String secret, Instant now) {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/v1/events");
        request.setQueryString("workspace=" + workspace);
        request.addHeader("webhook-id", "m");
        request.addHeader("webhook-timestamp", String.valueOf(now.getEpochSecond()));
        request.addHeader("webhook-signature", Signed.by(secret, "m", now, body));
        return door.open(request, body, now).isPresent();
    }

    @Test
    void theSecretOfTheSettingsIsValidForADayBesideTheFirstThatIsIssued() {
        String workspace = workspace();
        assertThat(opens(workspace, Signed.SECRET, NOW)).isTrue();
        assertThat(secrets.valid(workspace, NOW)).containsExactly(new Valid(null, null, null));
        Issuing issuing = secrets.issue(workspace, "mara", "r1", NOW);
        assertThat(issuing).isInstanceOfSatisfying(Issued.class,
                (issued) -> assertThat(issued.before()).isEqualTo(DAY_LATER));
        String secret = ((Issued) issuing).secret().value();
        assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
        for (Instant now : List.of(NOW, DAY_LATER.minusMillis(1))) {
            assertThat(opens(workspace, Signed.SECRET, now)).isTrue();
            assertThat(opens(workspace, secret, now)).isTrue();
            assertThat(secrets.valid(workspace, now)).containsExactly(new Valid(null, null, DAY_LATER),
                    new Valid("mara", NOW, null));
        }
        assertThat(opens(workspace, Signed.SECRET, DAY_LATER)).isFalse();
        assertThat(opens(workspace, secret, DAY_LATER)).isTrue();
        assertThat(secrets.valid(workspace, DAY_LATER)).containsExactly(new Valid("mara", NOW, null));
    }

    @Test
    void theOneBeforeIsValidForADayAndAnyBeforeThatEndsAtOnce() {
        String workspace = workspace();
        String first = issued(workspace, "r1", NOW);
        Instant later = NOW.plusSeconds(3600);
        String second = issued(workspace, "r2", later);
        assertThat(opens(workspace, Signed.SECRET, later)).isFalse();
        assertThat(opens(workspace, first, later)).isTrue();
        Instant end = later.plus(Duration.ofDays(1));
        assertThat(opens(workspace, first, end.minusMillis(1))).isTrue();
        assertThat(opens(workspace, first, end)).isFalse();
        assertThat(opens(workspace, second, end)).isTrue();
        Instant muchLater = end.plusSeconds(60);
        String third = issued(workspace, "r3", muchLater);
        String fourth = issued(workspace, "r4", muchLater.plusSeconds(1));
        Instant now = muchLater.plusSeconds(2);
        assertThat(List.of(opens(workspace, second, now), opens(workspace, third, now), opens(workspace, fourth, now)))
            .containsExactly(false, true, true);
    }

    @Test
    void workspacesDoNotShare() {
        String one = workspace();
        String other = workspace();
        String secret = issued(one, "r1", NOW);
        assertThat(issued(other, "r1", NOW)).isNotEqualTo(secret);
        assertThat(opens(one, secret, NOW)).isTrue();
        assertThat(opens(other, secret, NOW)).isFalse();
        assertThat(opens("nobody", secret, NOW)).isFalse();
        assertThat(opens("nobody", Signed.SECRET, NOW)).isFalse();
    }

    @Test
    void anotherKeyMakesOtherSecrets() {
        String workspace = workspace();
        String secret = issued(workspace, "r1", NOW);
        assertThat(opens(door(KEY), workspace, secret, NOW)).isTrue();
        assertThat(opens(door(KEY.replace('a', 'b')), workspace, secret, NOW)).isFalse();
        assertThat(opens(door(null), workspace, secret, NOW)).isFalse();
        assertThat(new EventSecrets(settings(null), core.mongo()).valid(workspace, DAY_LATER)).isEmpty();
    }

    private Door door(@Nullable String key) {
        return new Door(new EventSecrets(settings(key), core.mongo()), core.get(Workspaces.class));
    }

    private static IntakeSettings settings(@Nullable String key) {
        return new IntakeSettings(null, (key == null) ? null : new Secret(key), Duration.ofSeconds(2));
    }

    @Test
    void issuesNothingWithoutAKey() {
        String workspace = workspace();
        assertThat(new EventSecrets(settings(" "), core.mongo()).issue(workspace, "mara", "r1", NOW))
            .isEqualTo(new Issuing.NoKey());
        assertThat(secrets.valid(workspace, NOW)).containsExactly(new Valid(null, null, null));
    }

    @Test
    void givesTheSameSecretToARequestThatIsWorkedOnAgain() {
        String workspace = workspace();
        String secret = issued(workspace, "r1", NOW);
        assertThat(issued(workspace, "r1", NOW.plusSeconds(40))).isEqualTo(secret);
        assertThat(opens(workspace, Signed.SECRET, NOW.plusSeconds(41))).isTrue();
        issued(workspace, "r2", NOW.plusSeconds(50));
        issued(workspace, "r3", NOW.plusSeconds(60));
        assertThat(secrets.issue(workspace, "mara", "r1", NOW.plusSeconds(70))).isEqualTo(new Issuing.Overtaken());
    }

    @Test
    void whoIsSecondAtTheSameMomentIssuesNone() {
        String workspace = workspace();
        List<Issuing> made = new CopyOnWriteArrayList<>();
        AtOnce.write(IntStream.range(0, 12)
            .<Runnable>mapToObj((i) -> () -> made.add(secrets.issue(workspace, "admin" + i, "r" + i, NOW)))
            .toList());
        long issued = made.stream().filter(Issued.class::isInstance).count();
        assertThat(made).hasSize(12);
        assertThat(stored(workspace).getList("issued", Document.class)).hasSize((int) issued);
        assertThat(Collections.frequency(made, new Issuing.Overtaken())).isEqualTo(12 - (int) issued).isPositive();
    }

    @Test
    void keepsWhoIssuedWhenAndNoSecret() {
        String workspace = workspace();
        String first = issued(workspace, "slack|trigger:1", NOW);
        issued(workspace, "slack|trigger:2", NOW.plusSeconds(1));
        issued(workspace, "slack|trigger:3", NOW.plusSeconds(2));
        List<Document> issued = stored(workspace).getList("issued", Document.class);
        assertThat(issued).extracting((one) -> one.getString("by")).containsExactly("mara", "mara", "mara");
        assertThat(issued).extracting((one) -> one.getDate("at").toInstant())
            .containsExactly(NOW, NOW.plusSeconds(1), NOW.plusSeconds(2));
        assertThat(issued).extracting((one) -> one.containsKey("salt")).containsExactly(false, true, true);
        assertThat(stored(workspace).toJson()).doesNotContain("whsec_", first.substring(6, 40));
    }

    private Document stored(String workspace) {
        return core.mongo()
            .findAll(Document.class, "eventSecrets")
            .stream()
            .filter((one) -> one.getString("workspace").equals(workspace))
            .findFirst()
            .orElseThrow();
    }

}
