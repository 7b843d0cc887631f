package io.touchpoint;

import io.touchpoint.sandbox.Northwind;
import io.touchpoint.sandbox.RunningSandbox;
import io.touchpoint.scenario.Scenarios;
import java.util.function.UnaryOperator;

/** Every scenario, in Slack. */
class SlackScenarioTests extends Scenarios {

    @Override
    protected RunningSandbox start(String... arguments) {
        return SlackSandbox.start(arguments);
    }

    @Override
    protected String described(UnaryOperator<String> change) {
        return Northwind.described(change);
    }

}
