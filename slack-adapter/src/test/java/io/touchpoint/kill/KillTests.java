package io.touchpoint.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.mongo.MongoUnderTest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIf;
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

    private final ExecutorService tellers = Executors.newFixedThreadPool(2);

    private final Map<Arrow, CompletableFuture<Map<Scene, Ending>>> told = new EnumMap<>(Arrow.class);

    private Map<Scene, Ending> undisturbed = Map.of();

    static boolean onARealDatabase() {
        return MongoUnderTest.get().real();
    }

    /**
     * The application is slow to start, so a story is told with a death in every scene,
     * and two stories side by side.
     */
    @BeforeAll
    void play() {
        try (Story story = story(List.of())) {
            undisturbed = story.play();
            story.rest();
        }
        for (List<Arrow> deadly : tellings()) {
            CompletableFuture<Map<Scene, Ending>> endings = CompletableFuture.supplyAsync(() -> {
                try (Story story = story(deadly)) {
                    return story.play();
                }
            }, tellers);
            deadly.forEach((arrow) -> told.put(arrow, endings));
        }
    }

    private static Story story(List<Arrow> deadly) {
        return new Story(Kit.ofThisProcess(), MongoUnderTest.get().freshDatabase(), deadly);
    }

    /** All arrows, the first ones of all scenes together, then the second ones. */
    private static List<List<Arrow>> tellings() {
        Map<Integer, List<Arrow>> tellings = new TreeMap<>();
        Map<Scene, Integer> counts = new EnumMap<>(Scene.class);
        for (Arrow arrow : Arrow.values()) {
            int place = counts.merge(arrow.scene(), 1, Integer::sum);
            tellings.computeIfAbsent(place, (_) -> new ArrayList<>()).add(arrow);
        }
        return List.copyOf(tellings.values());
    }

    @AfterAll
    void stop() {
        tellers.close();
    }

    private static Ending at(Map<Scene, Ending> endings, Scene scene) {
        return Objects.requireNonNull(endings.get(scene));
    }

    private Ending end() {
        return at(undisturbed, Scene.ACCEPTED);
    }

    @Test
    void theStoryIsToldWhole() {
        assertThat(end().transcript()).contains("Delivery: 2, bad.", "It came four days late", "Taken by Jon",
                "your shipping fee is on its way back", "Thank you, that helps", "Delivery  40% unhappy (10 of 25",
                "Worth a check-in this week", "You accepted the check-in with Mara", "Jon accepted your check-in");
        assertThat(end().waiting().values()).containsOnly(0L);
    }

    @Test
    void noTwoArrowsAreKilledAtTheSameMoment() {
        assertThat(List.of(Arrow.values())).extracting((arrow) -> arrow.scene() + " " + arrow.point())
            .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Arrow.class)
    void endsAsUndisturbedWhenKilledAt(Arrow arrow) {
        Map<Scene, Ending> endings = Objects.requireNonNull(told.get(arrow)).join();
        for (Scene scene : EnumSet.of(arrow.scene(), Scene.ACCEPTED)) {
            Ending expected = at(undisturbed, scene);
            Ending ending = at(endings, scene);
            assertThat(ending.transcript()).isEqualTo(expected.transcript());
            assertThat(ending.stored()).isEqualTo(expected.stored());
            assertThat(ending.waiting()).isEqualTo(expected.waiting());
        }
    }

}
