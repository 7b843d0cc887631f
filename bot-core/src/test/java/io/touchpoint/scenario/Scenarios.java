package io.touchpoint.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.sandbox.RunningSandbox;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * All scenarios. The tests of each adapter extend it and say only how its sandbox is
 * started, so that no adapter plays fewer than another.
 */
public abstract class Scenarios {

    /** Starts a sandbox of the platform; gives it once its company is seeded. */
    protected abstract RunningSandbox start(String... arguments);

    /**
     * Describes the company of the sandbox otherwise than it is; gives where the
     * application finds that.
     */
    protected abstract String described(UnaryOperator<String> change);

    @Test
    void noScenarioIsLeftOut() {
        Set<Class<?>> written = Set.of(Scenario.class.getPermittedSubclasses());
        Set<Class<?>> played = Stream.of(Scenarios.class.getDeclaredClasses())
            .map(Class::getSuperclass)
            .collect(Collectors.toSet());
        assertThat(played).isEqualTo(written);
    }

    /** See {@link InterfaceScenario}. */
    @Nested
    class Interface extends InterfaceScenario {

        @Override
        RunningSandbox start(String... arguments) {
            return Scenarios.this.start(arguments);
        }

    }

    /** See {@link DuplicatesScenario}. */
    @Nested
    class Duplicates extends DuplicatesScenario {

        @Override
        RunningSandbox start(String... arguments) {
            return Scenarios.this.start(arguments);
        }

    }

    /** See {@link ReorderingScenario}. */
    @Nested
    class Reordering extends ReorderingScenario {

        @Override
        RunningSandbox start(String... arguments) {
            return Scenarios.this.start(arguments);
        }

    }

    /** See {@link FaultsScenario}. */
    @Nested
    class Faults extends FaultsScenario {

        @Override
        RunningSandbox start(String... arguments) {
            return Scenarios.this.start(arguments);
        }

    }

    /** See {@link AskingScenario}. */
    @Nested
    class WhenAsked extends AskingScenario {

        @Override
        RunningSandbox start(String... arguments) {
            return Scenarios.this.start(arguments);
        }

    }

    /** See {@link FourWeeksScenario}. */
    @Nested
    class Weeks extends FourWeeksScenario {

        @Override
        RunningSandbox start(String... arguments) {
            return Scenarios.this.start(arguments);
        }

    }

    /** See {@link RelationshipScenario}. */
    @Nested
    class Relationship extends RelationshipScenario {

        @Override
        RunningSandbox start(String... arguments) {
            return Scenarios.this.start(arguments);
        }

        @Override
        String described(UnaryOperator<String> change) {
            return Scenarios.this.described(change);
        }

    }

    /** See {@link RehearsalScenario}. */
    @Nested
    class Rehearsal extends RehearsalScenario {

        @Override
        RunningSandbox start(String... arguments) {
            return Scenarios.this.start(arguments);
        }

    }

    /** See {@link SecretsScenario}. */
    @Nested
    class Secrets extends SecretsScenario {

        @Override
        RunningSandbox start(String... arguments) {
            return Scenarios.this.start(arguments);
        }

    }

    /** See {@link SolvedByHandScenario}. */
    @Nested
    class SolvedByHand extends SolvedByHandScenario {

        @Override
        RunningSandbox start(String... arguments) {
            return Scenarios.this.start(arguments);
        }

    }

    /** See {@link LooserRuleScenario}. */
    @Nested
    class LooserRule extends LooserRuleScenario {

        @Override
        RunningSandbox start(String... arguments) {
            return Scenarios.this.start(arguments);
        }

    }

    /** See {@link PageScenario}. */
    @Nested
    class Page extends PageScenario {

        @Override
        RunningSandbox start(String... arguments) {
            return Scenarios.this.start(arguments);
        }

    }

}
