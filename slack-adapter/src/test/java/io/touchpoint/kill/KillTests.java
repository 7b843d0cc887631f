package io.touchpoint.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.mongo.MongoUnderTest;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The application killed at each arrow of its way and started again: it ends where it
 * ends undisturbed. What is kept by an embedded database does not outlive anybody, so
 * this runs on a real one only.
 */
@TestInstance(Lifecycle.PER_CLASS)
@EnabledIf("onARealDatabase")
class KillTests {

    private Ending undisturbed = new Ending("", Map.of(), Map.of(), 0);

    private @Nullable Kit kit;

    private final Map<Arrow, CompletableFuture<Story>> begun = new EnumMap<>(Arrow.class);

    static boolean onARealDatabase() {
        return MongoUnderTest.get().real();
    }

    @BeforeAll
    void playUndisturbed(@TempDir Path folder) {
        kit = Kit.packed(folder);
        try (Story story = told(null)) {
            undisturbed = story.play();
            story.rest();
        }
    }

    private Story told(@Nullable Arrow arrow) {
        return new Story(Objects.requireNonNull(kit), MongoUnderTest.get().freshDatabase(), arrow);
    }

    @AfterAll
    void stop() {
        begun.values().forEach((story) -> story.thenAccept(Story::close).join());
    }

    /**
     * The application is slow to start: the next story begins beside the one that is
     * played.
     */
    private void begin(Arrow arrow) {
        begun.put(arrow, CompletableFuture.supplyAsync(() -> told(arrow)));
    }

    private Story begun(Arrow arrow) {
        if (!begun.containsKey(arrow)) {
            begin(arrow);
        }
        CompletableFuture<Story> story = begun.remove(arrow);
        if (arrow.ordinal() + 1 < Arrow.values().length) {
            begin(Arrow.values()[arrow.ordinal() + 1]);
        }
        return Objects.requireNonNull(story).join();
    }

    @Test
    void theStoryIsToldWhole() {
        assertThat(undisturbed.transcript()).contains("Delivery: 2, bad.", "It came four days late", "Taken by Jon",
                "your shipping fee is on its way back", "Thank you, that helps", "Delivery  40% unhappy (10 of 25",
                "Worth a check-in this week", "You accepted the check-in with Mara", "Jon accepted your check-in");
        assertThat(undisturbed.waiting().values()).containsOnly(0L);
    }

    @Test
    void noTwoArrowsAreKilledAtTheSameMoment() {
        assertThat(List.of(Arrow.values())).extracting((arrow) -> arrow.scene() + " " + arrow.point())
            .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Arrow.class)
    void endsAsUndisturbedWhenKilledAt(Arrow arrow) {
        try (Story story = begun(arrow)) {
            Ending ending = story.play();
            assertThat(ending.deaths()).isEqualTo(1);
            assertThat(ending.transcript()).isEqualTo(undisturbed.transcript());
            assertThat(ending.stored()).isEqualTo(undisturbed.stored());
            assertThat(ending.waiting()).isEqualTo(undisturbed.waiting());
        }
    }

}
