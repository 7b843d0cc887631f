package io.touchpoint.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchpoint.sandbox.SimulatedPlatform.Shown;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CursorsTests {

    private final Cursors cursors = new Cursors();

    @Test
    void givesEverythingWithoutACursor() {
        Cursors.Page page = cursors.page(List.of(message("1", "Hello"), message("2", "again")), "");
        assertThat(page.messages()).hasSize(2);
    }

    @Test
    void givesWhatIsNewAndWhatHasChanged() {
        Cursors.Page first = cursors.page(List.of(message("1", "Hello"), message("2", "again")), "");
        Cursors.Page second = cursors.page(List.of(message("1", "Good day"), message("2", "again"), message("3", "!")),
                first.cursor());
        assertThat(second.messages()).extracting(Shown::id).containsExactly("1", "3");
    }

    @Test
    void givesNothingWhenNothingHappened() {
        List<Shown> messages = List.of(message("1", "Hello"));
        Cursors.Page page = cursors.page(messages, cursors.page(messages, "").cursor());
        assertThat(page.messages()).isEmpty();
    }

    @Test
    void refusesWhatIsNoCursor() {
        assertThatThrownBy(() -> cursors.page(List.of(), "yesterday")).isInstanceOf(Trouble.class);
    }

    private static Shown message(String id, String text) {
        return new Shown(id, Instant.EPOCH, "bot", text, List.of(), null, false, false, null,
                JsonMapper.shared().createObjectNode());
    }

}
