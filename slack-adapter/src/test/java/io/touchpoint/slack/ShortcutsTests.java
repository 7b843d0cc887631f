package io.touchpoint.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Field;
import io.touchpoint.chat.Form;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Spot;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShortcutsTests {

    private static final Address JON = Address.person("w1", "slack", "T1", "U2");

    private static final Instant WRITTEN = Instant.parse("2025-11-25T09:00:00.000200Z");

    private final AdapterUnderTest adapter = new AdapterUnderTest();

    @AfterEach
    void stop() {
        adapter.close();
    }

    private void marks(String channel, String message) {
        adapter.knows("U2", "T1", false);
        assertThat(adapter
            .payload(
                    """
                            {"type":"message_action","token":"deprecated","team":{"id":"T1"},"callback_id":"mark_solved",
                             "user":{"id":"U2","team_id":"T1","name":"jon"},"trigger_id":"tr.%s","action_ts":"8.1",
                             "message_ts":"1764061200.000200","response_url":"%sresponse/9","channel":{"id":"%s","name":"customers"},
                             "message":{"type":"message","text":"It <b> works","ts":"1764061200.000200"%s}}"""
                        .formatted(channel + message.length(), adapter.slack.url(), channel, message))
            .getBody()).isNull();
    }

    private Inbound.Marked heard() {
        assertThat(adapter.received).hasSize(1);
        return (Inbound.Marked) adapter.received.getFirst();
    }

    @Test
    void namesTheConversationOfTheMessageAndWhoWroteIt() {
        marks("C1", """
                ,"user":"U7","team":"T9","thread_ts":"1764061100.000100\"""");
        assertThat(heard().spot()).isEqualTo(new Spot(Address.channel("w1", "slack", "T1", "C1"), "1764061100.000100"));
        assertThat(heard().author()).isEqualTo(Address.person("w1", "slack", "T1", "U7"));
        assertThat(heard().written()).isEqualTo(WRITTEN);
        assertThat(heard().actor()).isEqualTo(new Inbound.Actor(JON, true, "Jon"));
    }

    @Test
    void namesNobodyForWhatAnAppWrote() {
        marks("G1", """
                ,"user":"U8","bot_id":"B1\"""");
        assertThat(heard().author()).isNull();
        assertThat(heard().spot().message()).isEqualTo("1764061200.000200");
    }

    @Test
    void doesNotTakeADirectChatForAChannel() {
        marks("D5", """
                ,"user":"U7\"""");
        assertThat(heard().spot().channel()).isFalse();
    }

    @Test
    void opensAFormWhileThereIsTime() {
        adapter.product((_) -> new Answer.Opened(new Form("solved:x", "Mark as solved", "Mark as solved",
                List.of(new Field.Text("email", "Customer's e-mail address", null, false, false, 254)))));
        marks("C1", """
                ,"user":"U7\"""");
        assertThat(adapter.slack.calls("views.open")).singleElement()
            .satisfies((call) -> assertThat(call.form().get("trigger_id")).startsWith("tr.C1"));
    }

    @Test
    void showsARefusalToTheOneWhoAsked() {
        adapter.product((_) -> new Answer.Shown(Message.text("Only people of Northwind can do this.")));
        marks("C1", """
                ,"user":"U7\"""");
        assertThat(adapter.slack.calls("response/9")).singleElement()
            .satisfies((call) -> assertThat(call.body()).contains("Only people of Northwind", "ephemeral"));
    }

    @Test
    void givesUpWhatNamesNoMessage() {
        marks("c 1", "");
        assertThat(adapter.received).isEmpty();
        assertThat(adapter.parked()).containsExactly("message_incomplete");
    }

}
