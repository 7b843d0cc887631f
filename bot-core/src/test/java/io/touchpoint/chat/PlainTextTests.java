package io.touchpoint.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextTests {

    @Test
    void stripsControlsAndKeepsWhatWritingNeeds() {
        assertThat(PlainText.clean("a\u0000b\u202ec\u2066d\r\ne\u2028f\tg\ud800h\ufeff")).isEqualTo("abcd\ne\nf\tgh");
        assertThat(PlainText.clean("\ud83d\udc68\u200d\ud83d\udc69 \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"))
            .isEqualTo("\ud83d\udc68\u200d\ud83d\udc69 \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645");
    }

    @Test
    void cutsBetweenCharacters() {
        assertThat(PlainText.cut("\ud83d\ude00\ud83d\ude00\ud83d\ude00", 2)).isEqualTo("\ud83d\ude00\u2026");
        assertThat(PlainText.cut("abc", 3)).isEqualTo("abc");
    }

    @Test
    void keepsNamesDifferent() {
        assertThat(PlainText.distinct(List.of("aaaaaaaaab", "aaaaaaaaac", "b", "b", ""), 8)).doesNotHaveDuplicates()
            .allSatisfy((name) -> assertThat(name.length()).isBetween(1, 8));
    }

}
