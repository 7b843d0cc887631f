package io.touchpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.sandbox.RunningSandbox;
import io.touchpoint.sandbox.SandboxApplication;
import io.touchpoint.sandbox.SimulatedPlatform;
import io.touchpoint.scenario.Scenarios;
import io.touchpoint.teams.SimulatedTeams;
import java.util.List;

/** Every scenario, in Microsoft Teams. */
class TeamsScenarioTests extends Scenarios {

    @Override
    protected RunningSandbox start(String... arguments) {
        return new Flawless(TeamsSandbox.start(arguments));
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
