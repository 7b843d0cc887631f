package io.touchpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.sandbox.RunningSandbox;
import io.touchpoint.sandbox.SandboxApplication;
import io.touchpoint.sandbox.SimulatedPlatform;
import io.touchpoint.scenario.Scenarios;
import io.touchpoint.teams.NorthwindOnTeams;
import io.touchpoint.teams.SimulatedTeams;
import java.util.List;
import java.util.function.UnaryOperator;

/** Every scenario, in Microsoft Teams. */
class TeamsScenarioTests extends Scenarios {

    @Override
    protected RunningSandbox start(String... arguments) {
        return new Flawless(TeamsSandbox.start(arguments));
    }

    @Override
    protected String described(UnaryOperator<String> change) {
        return NorthwindOnTeams.described(change);
    }

    /** A sandbox in which nothing may be said that Teams would show otherwise. */
    private record Flawless(SandboxApplication sandbox) implements RunningSandbox {

        @Override
        public String url() {
            return sandbox.url();
        }

        @Override
        public void close() {
            List<String> flaws = ((SimulatedTeams) sandbox.bean(SimulatedPlatform.class)).flaws();
            sandbox.close();
            assertThat(flaws).isEmpty();
        }

    }

}
