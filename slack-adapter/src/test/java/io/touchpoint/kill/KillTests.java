package io.touchpoint.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The application killed at each arrow of its way, and started again. */
class KillTests {

    @Test
    void noTwoArrowsAreKilledAtTheSameMoment() {
        assertThat(List.of(Arrow.values())).extracting((arrow) -> arrow.scene() + " " + arrow.point())
            .doesNotHaveDuplicates();
    }

}
