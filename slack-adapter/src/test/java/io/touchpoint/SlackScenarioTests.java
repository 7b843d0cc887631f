package io.touchpoint;

import io.touchpoint.sandbox.RunningSandbox;
import io.touchpoint.scenario.Scenarios;

/** Every scenario, in Slack. */
class SlackScenarioTests extends Scenarios {

    @Override
    protected RunningSandbox start(String... arguments) {
        return SlackSandbox.start(arguments);
    }

}
