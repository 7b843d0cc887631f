package io.touchpoint.scenario;

import io.touchpoint.sandbox.RunningSandbox;

/** Something that is played on a sandbox of its own. */
abstract sealed class Scenario permits InterfaceScenario, DuplicatesScenario, ReorderingScenario, FaultsScenario,
        FourWeeksScenario, RehearsalScenario, AskingScenario, LooserRuleScenario, PageScenario {

    /** Starts a sandbox; gives it once its company is seeded. */
    abstract RunningSandbox start(String... arguments);

    /** Starts a sandbox on a free port. */
    final RunningSandbox start() {
        return start("--server.port=0");
    }

}
