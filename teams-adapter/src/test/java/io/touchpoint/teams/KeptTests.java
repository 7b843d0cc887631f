package io.touchpoint.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Field;
import io.touchpoint.chat.Form;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.teams.References.Facts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.data.mongodb.core.query.Update;

/** What of Teams is kept in the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptTests {

    private static final Instant NOW = CoreUnderTest.START;

    private CoreUnderTest core;

    private References references;

    @BeforeAll
    void start() {
        core = CoreUnderTest.with().start();
        references = new References(core.mongo());
    }

    @AfterAll
    void stop() {
        core.close();
    }

    private static Address person(String id) {
        return Address.person("w1", "teams", "T1", id);
    }

    private static Facts facts(String id, String type, String service) {
        return new Facts("29:" + id, id, "Name", id + "@Example.com", "a:" + id, type, service, "28:bot", "19:team",
                null, null, null, null);
    }

    private ChatReference known(Address address) {
        return references.of(address).orElseThrow();
    }

    @Test
    void findsPeopleInTheirOwnTenantAlone() {
        Address ada = person("ada");
        references.seen(ada, facts("ada", "personal", "https://smba.example/emea"), false, NOW);
        references.seen(ada, facts("ada", "personal", "https://smba.example/amer"), false, NOW.plusSeconds(1));
        assertThat(known(ada).serviceUrl()).isEqualTo("https://smba.example/amer");
        assertThat(references.byUserId(ada, "29:ada")).contains(known(ada));
        assertThat(references.byEmail(ada, "ADA@example.com")).contains(known(ada));
        assertThat(references.newest(ada)).contains(known(ada));
        Address elsewhere = Address.person("w1", "teams", "T2", "ada");
        assertThat(references.byUserId(elsewhere, "29:ada")).isEmpty();
        assertThat(references.byEmail(elsewhere, "ada@example.com")).isEmpty();
        assertThat(references.newest(elsewhere)).isEmpty();
    }

    @Test
    void greetsOnce() {
        Address ben = person("ben");
        references.opened(ben, "a:ben");
        assertThat(references.greet(ben, NOW)).isTrue();
        assertThat(references.greet(ben, NOW)).isFalse();
        assertThat(known(ben).conversationId()).isEqualTo("a:ben");
    }

    @Test
    void knowsWhereNothingCanBeSentUntilItCanAgain() {
        Address channel = Address.channel("w1", "teams", "T1", "19:team");
        references.seen(channel, facts("channel", "channel", "https://smba.example/emea"), true, NOW);
        references.gone(channel, "BotNotInConversationRoster", NOW);
        references.failed(channel, "502", NOW);
        assertThat(known(channel).gone()).isEqualTo(new ChatReference.Note(NOW, "BotNotInConversationRoster"));
        assertThat(known(channel).failed()).isEqualTo(new ChatReference.Note(NOW, "502"));
        assertThat(references.teams(channel)).isEmpty();
        references.team(channel, "19:team", new Update().unset("gone"));
        assertThat(references.teams(channel)).containsExactly(known(channel));
    }

    @Test
    void remembersTheLatestCards() {
        Address eve = person("eve");
        references.opened(eve, "a:eve");
        for (int i = 0; i < 25; i++) {
            references.succeeded(eve, "m" + i, "t" + i, NOW);
        }
        assertThat(known(eve).sent()).hasSize(20).first().isEqualTo(new ChatReference.Sent("m5", "t5"));
    }

    @Test
    void keepsADialogForThePersonWhoOpenedIt() {
        Dialogs dialogs = new Dialogs(core.mongo(), core.clock());
        Form form = new Form("plan", "Plan", "Send", List.of(new Field.Text("note", "Note", null, true, true, 500)));
        Dialogs.Open open = dialogs.open(form, person("ada"), (send, _) -> Json2.object().put("id", send));
        String send = Json2.text(Json2.tree(open.card()), "id");
        assertThat(dialogs.button(person("ada"), send)).contains(new Dialogs.Button(open, true));
        assertThat(dialogs.button(person("ada"), Dialogs.opener(open))).contains(new Dialogs.Button(open, false));
        assertThat(dialogs.button(person("eve"), send)).isEqualTo(Optional.empty());
    }

    @Test
    void sealsWithOneSecretOnEveryInstance() {
        TeamsConnection connection = new TeamsConnection();
        String button = connection.seal(core.mongo()).press(person("ada"), "token", "rate:1");
        assertThat(connection.seal(core.mongo()).open(person("ada"), button)).isPresent();
    }

}
