package io.touchpoint;

import io.touchpoint.scenario.RunningSandbox;
import io.touchpoint.scenario.Scenarios;

/** Every scenario, in Microsoft Teams. */
class TeamsScenarioTests extends Scenarios {

    @Override
    protected RunningSandbox start(String... arguments) {
        return TeamsSandbox.start(arguments);
    }

}
