package io.touchpoint.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.touchpoint.mongo.MongoUnderTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JourneyMapsTests {

    private final JourneyMaps maps = new JourneyMaps(MongoUnderTest.get().template());

    @Test
    void keepsEveryEdition() {
        maps.publish("w1", List.of(touchpoint("delivery", 0.2)));
        maps.publish("w1", List.of(touchpoint("delivery", 0.25)));
        maps.publish("w2", List.of(touchpoint("checkout", 0.1)));
        assertThat(maps.current("w1").edition()).isEqualTo(2);
        assertThat(maps.current("w1").touchpoints()).containsExactly(touchpoint("delivery", 0.25));
        assertThat(maps.edition("w1", 1).touchpoints()).containsExactly(touchpoint("delivery", 0.2));
        assertThat(maps.current("w2").edition()).isEqualTo(1);
    }

    @Test
    void makesNoEditionOfTheSame() {
        maps.publish("w1", List.of(touchpoint("delivery", 0.2)));
        assertThat(maps.publish("w1", List.of(touchpoint("delivery", 0.2))).edition()).isEqualTo(1);
    }

    @Test
    void saysThatThereIsNone() {
        assertThatIllegalStateException().isThrownBy(() -> maps.current("w1")).withMessage("no journey map of w1");
        assertThatIllegalStateException().isThrownBy(() -> maps.edition("w1", 3))
            .withMessage("no journey map w1|map|000003");
    }

    private static Touchpoint touchpoint(String key, double accepted) {
        return new Touchpoint(key, JourneyStage.POST_PURCHASE, false, "Delivery", "delivery", null, "get it",
                "in two days", accepted, "delivery", List.of("order.delivered"), List.of("order.returned"),
                Duration.ofHours(24), 1, false);
    }

}
