package io.touchpoint.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.touchpoint.chat.Address;
import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Button;
import io.touchpoint.chat.Field;
import io.touchpoint.chat.Form;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Inbound.Actor;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Reference;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTests {

    private static final Address ADA = Address.person("w1", "slack", "T1", "U1");

    private static final Address CHANNEL = Address.channel("w1", "slack", "T1", "C1");

    private static final Actor CUSTOMER = new Actor(ADA, false, null);

    private static final Form PLAN = new Form("checkin-plan", "Plan check-ins", "Send proposal",
            List.of(Block.Paragraph.of("Jon: 16:00 for you."), new Field.Person("with", "With", "U2", true),
                    new Field.Choice("rhythm", "How often",
                            List.of(new Field.Option("P7D", "Every week"), new Field.Option("once", "Once")),
                            List.of("once"), false, false, true),
                    new Field.Choice("agenda", "Agenda", List.of(new Field.Option("a", "Feedback")), List.of(), true,
                            true, false),
                    new Field.Day("day", "First day", LocalDate.of(2026, 12, 1), true),
                    new Field.Time("time", "Time", LocalTime.of(9, 5), false),
                    new Field.Text("note", "Note to them", null, true, true, 500)));

    private final AdapterUnderTest adapter = new AdapterUnderTest();

    @AfterEach
    void stop() {
        adapter.close();
    }

    private Instant now() {
        return adapter.clock().instant();
    }

    private void changes(String subtype, String author, String after) {
        adapter.event("Ev-" + subtype, """
                {"type":"message","subtype":"%s","hidden":true,"channel":"D1","channel_type":"im","ts":"2.2",
                 "previous_message":{"type":"message",%s,"text":"It was wet &amp; late","ts":"1.1"}%s}"""
            .formatted(subtype, author, after));
    }

    @Test
    void hearsAChangedMessageAnew() {
        adapter.knows("U1", "T1", true);
        changes("message_changed", "\"user\":\"U1\"", """
                ,"message":{"type":"message","user":"U1","text":"It was wet","ts":"1.1"}""");
        assertThat(adapter.received).extracting(
                (one) -> (one instanceof Inbound.Unsaid unsaid) ? "not: " + unsaid.text() : ((Inbound.Said) one).text())
            .containsExactly("not: It was wet & late", "It was wet");
        assertThat(adapter.received).extracting(Inbound::id).doesNotHaveDuplicates();
    }

    @Test
    void takesBackWhatIsRemoved() {
        adapter.knows("U1", "T1", true);
        changes("message_deleted", "\"user\":\"U1\"", "");
        changes("message_changed", "\"user\":\"U1\"", """
                ,"message":{"type":"message","subtype":"tombstone","user":"USLACKBOT","text":"Removed.","ts":"1.1"}""");
        assertThat(adapter.received).hasSize(2)
            .allSatisfy((one) -> assertThat(one).isInstanceOfSatisfying(Inbound.Unsaid.class,
                    (unsaid) -> assertThat(unsaid.text()).isEqualTo("It was wet & late")));
    }

    @Test
    void doesNotHearWhatBecomesOfItsOwnMessagesAndOfLinks() {
        adapter.knows("U1", "T1", true);
        changes("message_changed", "\"user\":\"UBOT\",\"bot_id\":\"B1\"", """
                ,"message":{"type":"message","user":"UBOT","bot_id":"B1","text":"Thank you.","ts":"1.1"}""");
        changes("message_deleted", "\"user\":\"UBOT\",\"bot_id\":\"B1\"", "");
        changes("message_changed", "\"user\":\"U1\"",
                """
                        ,"message":{"type":"message","user":"U1","text":"It was wet &amp; late","attachments":[],"ts":"1.1"}""");
        assertThat(adapter.received).isEmpty();
        assertThat(adapter.parked()).isEmpty();
    }

    private String press(String more, String... values) {
        String actions = String.join(",", List.of(values)
            .stream()
            .map("{\"type\":\"button\",\"action_id\":\"press:1\",\"block_id\":\"b\",\"action_ts\":\"7.1\",\"value\":\"%s\"}"::formatted)
            .toList());
        return """
                {"type":"block_actions","team":{"id":"T1"},"api_app_id":"A1","user":{"id":"U1","team_id":"T9",
                 "username":"ada"},"trigger_id":"tr.1","actions":[%s]%s}""".formatted(actions, more);
    }

    private String inChannel() {
        return """
                ,"channel":{"id":"C1"},"container":{"type":"message","message_ts":"1.2","channel_id":"C1"},
                 "response_url":"%sresponse/1\"""".formatted(adapter.slack.url());
    }

    private String command(String text) {
        return "command=%2Ftouchpoint&team_id=T1&user_id=U2&user_name=jon&channel_id=C1&trigger_id=tr.2&text="
                + URLEncoder.encode(text, StandardCharsets.UTF_8) + "&response_url="
                + URLEncoder.encode(adapter.slack.url() + "response/2", StandardCharsets.UTF_8);
    }

    private static String submission(String values) {
        return """
                {"type":"view_submission","team":{"id":"T1"},"api_app_id":"A1","user":{"id":"U1","team_id":"T9"},
                 "trigger_id":"tr.3","view":{"id":"V1","type":"modal","callback_id":"checkin-plan",
                 "private_metadata":"checkin-plan","app_installed_team_id":"T1","state":{"values":%s}}}"""
            .formatted(values);
    }

    private static void assertJson(@Nullable String json, String expected) {
        assertThat(JsonParser.parseString(String.valueOf(json))).isEqualTo(JsonParser.parseString(expected));
    }

    @Test
    void hearsWhatSomebodyWrites() {
        adapter.event("Ev1",
                """
                        {"type":"message","channel":"D1","channel_type":"im","user":"U1","user_team":"T9","ts":"1.1",
                         "text":"5 &gt; 4 &amp;amp; <https://a.example|a.example> <mailto:a@b.example|a@b.example> \u202e*"}""");
        assertThat(adapter.received).containsExactly(
                new Inbound.Said("said:D1:1.1", now(), CUSTOMER, ADA, null, "5 > 4 &amp; a.example a@b.example *"));
    }

    @Test
    void leavesAloneWhatPeopleSayToEachOther() {
        adapter.event("Ev3", """
                {"type":"message","channel":"C1","channel_type":"channel","user":"U1","team":"T1","ts":"1.3",
                 "text":"Where is my order?"}""");
        assertThat(adapter.received).isEmpty();
        assertThat(adapter.slack.calls()).isEmpty();
    }

    @Test
    void hearsInWhichThreadSomebodyWrites() {
        adapter.knows("U1", "T1", false);
        adapter.event("Ev2", """
                {"type":"app_mention","channel":"C1","user":"U1","team":"T1","ts":"1.3","thread_ts":"1.1",
                 "text":"<@UBOT> why <@U7|eve>"}""");
        assertThat(adapter.received).containsExactly(new Inbound.Said("event:Ev2", now(), new Actor(ADA, true, "Jon"),
                CHANNEL, new Reference("C1", "1.1"), "why <@U7>"));
    }

    @Test
    void takesGuestsForNoColleagues() {
        adapter.knows("U1", "T1", true);
        adapter.event("Ev3", "{\"type\":\"app_home_opened\",\"user\":\"U1\",\"tab\":\"home\"}");
        assertThat(adapter.received)
            .containsExactly(new Inbound.HomeOpened("event:Ev3", now(), new Actor(ADA, false, "Jon")));
    }

    @Test
    void asksAgainWhenSlackDoesNotSayWhoItIs() {
        adapter.slack.answers("users.info", 500, "");
        adapter.event("Ev4", "{\"type\":\"app_home_opened\",\"user\":\"U1\",\"tab\":\"home\"}");
        assertThat(adapter.received).isEmpty();
        assertThat(adapter.waiting()).isEqualTo(1);
    }

    @Test
    void showsThePersonalView() {
        adapter.knows("U1", "T1", false);
        adapter.product((_) -> new Answer.Home(Message.of(Block.Buttons.of(Button.of("digest", "Digest")))));
        adapter.event("Ev5", "{\"type\":\"app_home_opened\",\"user\":\"U1\",\"tab\":\"home\"}");
        assertThat(adapter.slack.calls("views.publish").getFirst().form()).containsEntry("user_id", "U1")
            .containsEntry("view", """
                    {"type":"home","blocks":[{"type":"actions","elements":[{"type":"button","action_id":"press:1",\
                    "text":{"type":"plain_text","text":"Digest","emoji":false},"value":"home:digest"}]}]}""");
    }

    @Test
    void hearsThatAChannelChanged() {
        adapter.event("Ev6", "{\"type\":\"channel_id_changed\",\"old_channel_id\":\"C1\",\"new_channel_id\":\"C2\"}");
        adapter.event("Ev7", "{\"type\":\"channel_shared\",\"channel\":\"C1\",\"connected_team_id\":\"T9\"}");
        adapter.event("Ev8", "{\"type\":\"member_left_channel\",\"channel\":\"C1\",\"user\":\"UBOT\"}");
        adapter.event("Ev9", "{\"type\":\"member_left_channel\",\"channel\":\"C1\",\"user\":\"U1\"}");
        assertThat(adapter.received).containsExactly(new Inbound.PlaceChanged("event:Ev6", now(), CHANNEL, "C2"),
                new Inbound.PlaceChanged("event:Ev7", now(), CHANNEL, null),
                new Inbound.PlaceChanged("event:Ev8", now(), CHANNEL, null));
    }

    @Test
    void hearsAPressOnce() {
        String payload = press(inChannel(), "tok:rate:2");
        adapter.payload(payload);
        adapter.payload(payload.replace("tr.1", "tr.9"));
        assertThat(adapter.received).containsExactly(new Inbound.Pressed("press:U1:press:1@7.1", now(),
                new Actor(ADA, false, "ada"), CHANNEL, new Reference("C1", "1.2"), "tok", "rate:2"));
    }

    @Test
    void hearsTwoPressesInOneRequest() {
        adapter.payload(press(inChannel(), "tok:a", "tok:b"));
        assertThat(adapter.received).extracting((inbound) -> ((Inbound.Pressed) inbound).action())
            .containsExactly("a", "b");
        assertThat(adapter.received).extracting(Inbound::id).doesNotHaveDuplicates();
    }

    @Test
    void ignoresValuesThatNoButtonOfOursCarries() {
        adapter.payload(press(inChannel(), "99999999999"));
        assertThat(adapter.received).isEmpty();
        assertThat(adapter.waiting()).isZero();
    }

    @Test
    void opensAForm() {
        adapter.product((_) -> new Answer.Opened(PLAN));
        adapter.payload(press(inChannel(), "tok:plan"));
        Map<String, String> form = adapter.slack.calls("views.open").getFirst().form();
        assertThat(form).containsEntry("trigger_id", "tr.1");
        assertJson(form.get("view"), """
                {"type":"modal","callback_id":"checkin-plan","private_metadata":"checkin-plan",
                 "title":{"type":"plain_text","text":"Plan check-ins","emoji":false},
                 "submit":{"type":"plain_text","text":"Send proposal","emoji":false},"blocks":[
                 {"type":"rich_text","elements":[{"type":"rich_text_section","elements":[
                  {"type":"text","text":"Jon: 16:00 for you."}]}]},
                 {"type":"input","block_id":"with","label":{"type":"plain_text","text":"With","emoji":false},
                  "element":{"type":"users_select","action_id":"with","initial_user":"U2"},"dispatch_action":true},
                 {"type":"input","block_id":"rhythm","label":{"type":"plain_text","text":"How often","emoji":false},
                  "element":{"type":"radio_buttons","action_id":"rhythm","options":[
                   {"text":{"type":"plain_text","text":"Every week","emoji":false},"value":"P7D"},
                   {"text":{"type":"plain_text","text":"Once","emoji":false},"value":"once"}],
                   "initial_option":{"text":{"type":"plain_text","text":"Once","emoji":false},"value":"once"}},
                  "dispatch_action":true},
                 {"type":"input","block_id":"agenda","label":{"type":"plain_text","text":"Agenda","emoji":false},
                  "element":{"type":"checkboxes","action_id":"agenda","options":[
                   {"text":{"type":"plain_text","text":"Feedback","emoji":false},"value":"a"}]},"optional":true},
                 {"type":"input","block_id":"day","label":{"type":"plain_text","text":"First day","emoji":false},
                  "element":{"type":"datepicker","action_id":"day","initial_date":"2026-12-01"},"dispatch_action":true},
                 {"type":"input","block_id":"time","label":{"type":"plain_text","text":"Time","emoji":false},
                  "element":{"type":"timepicker","action_id":"time","initial_time":"09:05"}},
                 {"type":"input","block_id":"note","label":{"type":"plain_text","text":"Note to them","emoji":false},
                  "element":{"type":"plain_text_input","action_id":"note","multiline":true,"max_length":500},
                  "optional":true}]}""");
    }

    @Test
    void showsAnAnswerToThePresserAlone() {
        adapter.product((_) -> new Answer.Shown(Message.text("Only the owner can do this.")));
        adapter.payload(press(inChannel(), "tok:take"));
        assertJson(adapter.slack.calls("response/1").getFirst().body(), """
                {"response_type":"ephemeral","replace_original":false,"text":"Only the owner can do this.",
                 "blocks":[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[
                 {"type":"text","text":"Only the owner can do this."}]}]}],
                 "link_names":false,"parse":"none","unfurl_links":false,"unfurl_media":false}""");
    }

    @Test
    void sendsNothingToAnAddressThatIsNotSlacks() {
        adapter.product((_) -> new Answer.Shown(Message.text("No.")));
        adapter.payload(press(inChannel().replace(adapter.slack.url(), "https://evil.example/"), "tok:take"));
        assertThat(adapter.slack.calls("chat.postEphemeral").getFirst().form()).containsEntry("channel", "C1")
            .containsEntry("user", "U1");
    }

    @Test
    void replacesTheMessageThatWasPressedOn() {
        adapter.product((_) -> new Answer.Replaced(Message.text("Done.")));
        adapter.slack.answers("response/1", 404, "used_url");
        adapter.payload(press(inChannel(), "tok:take"));
        assertThat(adapter.slack.calls("response/1").getFirst().body()).contains("\"replace_original\":true");
        assertThat(adapter.slack.calls("chat.update").getFirst().form()).containsEntry("channel", "C1")
            .containsEntry("ts", "1.2");
    }

    @Test
    void answersACommandInTurn() {
        adapter.knows("U2", "T1", false);
        adapter.product((_) -> new Answer.Shown(Message.of(Block.Buttons.of(Button.of("a", "A")))));
        String body = adapter.send(AdapterUnderTest.FORM, command("why <@U7|ada> &amp; co")).getBody();
        assertJson(body, """
                {"response_type":"ephemeral","text":"[A]","blocks":[{"type":"actions","elements":[{"type":"button",
                 "action_id":"press:1","text":{"type":"plain_text","text":"A","emoji":false},"value":"answer:a"}]}],
                 "link_names":false,"parse":"none","unfurl_links":false,"unfurl_media":false}""");
        Address jon = Address.person("w1", "slack", "T1", "U2");
        assertThat(adapter.received).containsExactly(
                new Inbound.Commanded("trigger:tr.2", now(), new Actor(jon, true, "Jon"), CHANNEL, "why <@U7> & co"));
    }

    @Test
    void confidesInTheAnswerToACommandOrInPassing() {
        adapter.knows("U2", "T1", false);
        adapter.product((_) -> new Answer.Confided(Message.text("whsec_x")));
        assertThat(adapter.send(AdapterUnderTest.FORM, command("secret new")).getBody())
            .contains("\"response_type\":\"ephemeral\"", "whsec_x");
        adapter.event("Ev-secret", """
                {"type":"message","channel":"D2","channel_type":"im","user":"U2","text":"secret new","ts":"3.1"}""");
        assertThat(adapter.slack.calls("chat.postEphemeral").getFirst().form()).containsEntry("channel", "D2")
            .containsEntry("user", "U2");
        assertThat(adapter.slack.calls("chat.postMessage")).isEmpty();
    }

    @Test
    void triesAgainWhatIsConfidedAndWasNotShown() {
        adapter.knows("U2", "T1", false);
        adapter.product((_) -> new Answer.Confided(Message.text("whsec_x")));
        adapter.slack.answers("chat.postEphemeral", 200, "{\"ok\":false,\"error\":\"fatal_error\"}");
        adapter.event("Ev-secret", """
                {"type":"message","channel":"D2","channel_type":"im","user":"U2","text":"secret new","ts":"3.1"}""");
        adapter.clock().advance(Duration.ofSeconds(10));
        adapter.work.runDue(adapter.clock().instant());
        assertThat(adapter.slack.calls("chat.postEphemeral")).hasSize(2);
        assertThat(adapter.received).extracting(Inbound::id).hasSize(2).containsOnly(adapter.received.getFirst().id());
    }

    @Test
    void opensTheFormThatACommandAsksFor() {
        adapter.knows("U2", "T1", false);
        adapter.product((_) -> new Answer.Opened(PLAN));
        assertThat(adapter.send(AdapterUnderTest.FORM, command("checkin")).getBody()).isNull();
        assertThat(adapter.slack.calls("views.open").getFirst().form()).containsEntry("trigger_id", "tr.2");
    }

    @Test
    void takesAShortcutForItsCommand() {
        adapter.payload("""
                {"type":"shortcut","team":{"id":"T1"},"user":{"id":"U1","team_id":"T9","username":"ada"},
                 "callback_id":"checkin_plan","trigger_id":"tr.4","action_ts":"9.1"}""");
        assertThat(adapter.received).containsExactly(
                new Inbound.Commanded("trigger:tr.4", now(), new Actor(ADA, false, "ada"), ADA, "checkin"));
    }

    @Test
    void hearsEveryValueOfAForm() {
        String body = adapter.payload(submission("""
                {"with":{"with":{"type":"users_select","selected_user":"U2"}},
                 "rhythm":{"rhythm":{"type":"radio_buttons","selected_option":{"value":"P7D"}}},
                 "agenda":{"agenda":{"type":"checkboxes","selected_options":[{"value":"a"},{"value":"b"}]}},
                 "day":{"day":{"type":"datepicker","selected_date":"2026-12-01"}},
                 "time":{"time":{"type":"timepicker","selected_time":"09:05"}},
                 "note":{"note":{"type":"plain_text_input","value":null}}}""")).getBody();
        assertThat(body).isNull();
        String sent = Arrival
            .digest("{agenda=[a, b], day=[2026-12-01], note=[], rhythm=[P7D], time=[09:05], with=[U2]}");
        assertThat(adapter.received).containsExactly(new Inbound.Submitted("form:V1:" + sent, now(), CUSTOMER,
                "checkin-plan", Map.of("with", List.of("U2"), "rhythm", List.of("P7D"), "agenda", List.of("a", "b"),
                        "day", List.of("2026-12-01"), "time", List.of("09:05"), "note", List.of())));
    }

    @Test
    void knowsAFormAgainThatIsSentOnceMore() {
        String form = submission("{\"day\":{\"day\":{\"selected_date\":\"2026-12-01\"}}}");
        adapter.payload(form);
        adapter.payload(form.replace("tr.3", "tr.4"));
        adapter.payload(form.replace("tr.3", "tr.5").replace("2026-12-01", "2026-12-02"));
        List<String> ids = adapter.received.stream()
            .map((inbound) -> (inbound instanceof Inbound.Submitted submitted) ? submitted.id() : "")
            .toList();
        assertThat(ids).hasSize(3);
        assertThat(ids.get(1)).isEqualTo(ids.getFirst());
        assertThat(ids.get(2)).isNotEqualTo(ids.getFirst());
    }

    @Test
    void saysWhatIsWrongWithAForm() {
        adapter.product((_) -> new Answer.Wrong(Map.of("day", "That day has passed.")));
        assertJson(adapter.payload(submission("{\"day\":{\"day\":{\"selected_date\":\"2020-01-01\"}}}")).getBody(), """
                {"response_action":"errors","errors":{"day":"That day has passed."}}""");
    }

    @Test
    void changesTheFormThatWasSent() {
        adapter.product((_) -> new Answer.Opened(new Form("next", "Next", null, List.of(Block.Paragraph.of("Fine.")))));
        assertJson(adapter.payload(submission("{}")).getBody(), """
                {"response_action":"update","view":{"type":"modal","callback_id":"next","private_metadata":"next",
                 "title":{"type":"plain_text","text":"Next","emoji":false},"blocks":[{"type":"rich_text","elements":[
                 {"type":"rich_text_section","elements":[{"type":"text","text":"Fine."}]}]}]}}""");
    }

    @Test
    void followsALiveField() {
        adapter.product((_) -> new Answer.Opened(PLAN));
        adapter.payload("""
                {"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1","team_id":"T9"},"trigger_id":"tr.5",
                 "container":{"type":"view","view_id":"V1"},
                 "actions":[{"type":"datepicker","action_id":"day","block_id":"day","action_ts":"8.1",
                 "selected_date":"2026-12-02"}],
                 "view":{"id":"V1","type":"modal","private_metadata":"checkin-plan","callback_id":"checkin-plan",
                 "app_installed_team_id":"T1","state":{"values":{
                 "day":{"day":{"type":"datepicker","selected_date":"2026-12-02"}}}}}}""");
        assertThat(adapter.received).containsExactly(new Inbound.Changed("press:U1:day@8.1", now(), CUSTOMER,
                "checkin-plan", Map.of("day", List.of("2026-12-02"))));
        assertThat(adapter.slack.calls("views.update").getFirst().form()).containsEntry("view_id", "V1");
    }

}
