package io.touchpoint.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.sandbox.RunningSandbox;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * When people are asked: as they wish, and not at all while asking has stopped; a machine
 * is not answered for ever.
 */
abstract non-sealed class AskingScenario extends Scenario {

    private static final Duration DAY = Duration.ofHours(24);

    @Test
    void asksAsCustomersWishAndStopsAtAWordOrByItself() {
        try (RunningSandbox sandbox = start()) {
            Play play = new Play(sandbox.url());
            asksInTheHoursAndTheLanguageThatAreWished(play);
            asksNobodyUntilAnAdminResumes(play);
            answersNoMachineForEver(play);
        }
    }

    private static void asksInTheHoursAndTheLanguageThatAreWished(Play play) {
        String dana = play.person("Dana");
        play.write(dana, "Settings");
        play.pressNewest(dana, play.direct(dana), "Evenings, 17 to 20 h");
        play.pressNewest(dana, play.direct(dana), "Deutsch");
        assertThat(newest(play, dana)).contains("Jetzt: so oft wie üblich, abends, 17 bis 20 Uhr, auf Deutsch.");
        play.event("order.delivered", "20001", dana);
        play.advance(DAY);
        assertThat(newest(play, dana)).as("in the morning").startsWith("Wann und wie");
        play.advance(Duration.ofHours(9));
        assertThat(newest(play, dana)).as("in the evening").contains("möchte wissen").contains("[Nicht jetzt]");
    }

    private static void asksNobodyUntilAnAdminResumes(Play play) {
        String ines = play.person("Inés");
        String ada = play.person("Ada");
        String before = newest(play, ada);
        play.event("order.delivered", "20002", ada);
        assertThat(play.told(ines, "/touchpoint pause")).isEqualTo("No customer is asked any more: stopped by Inés. "
                + "What is due waits, for 7 days at most. Ask again: /touchpoint resume.");
        play.advance(DAY.multipliedBy(2));
        assertThat(newest(play, ada)).isEqualTo(before);
        assertThat(play.told(ines, "/touchpoint why order:20002")).contains("put off to")
            .contains("asking has stopped on");
        assertThat(play.told(ines, "/touchpoint health")).contains("Nobody is asked since ")
            .contains("stopped by Inés. Ask again: /touchpoint resume.");
        assertThat(play.told(ines, "/touchpoint resume")).isEqualTo("Customers are asked and answered again.");
        play.advance(DAY);
        assertThat(newest(play, ada)).isNotEqualTo(before);
    }

    private static void answersNoMachineForEver(Play play) {
        String ines = play.person("Inés");
        String grace = play.person("Grace");
        int before = answers(play, grace);
        for (int i = 0; i < 45; i++) {
            play.write(grace, "I am out of office.");
        }
        assertThat(answers(play, grace) - before).isEqualTo(40);
        assertThat(newest(play, ines)).contains("I no longer answer").contains("two machines that answer each other");
        play.write(grace, "stop");
        assertThat(play.told(ines, "/touchpoint resume")).isEqualTo("Customers are asked and answered again.");
        play.write(grace, "start");
        assertThat(newest(play, grace)).startsWith("You will get questions from Northwind Outfitters again.");
    }

    private static int answers(Play play, String person) {
        return (int) play.direct(person)
            .stream()
            .filter((message) -> message.path("from").asString().equals("bot"))
            .count();
    }

    private static String newest(Play play, String person) {
        List<JsonNode> messages = play.direct(person);
        return messages.isEmpty() ? "" : messages.getLast().path("text").asString();
    }

}
