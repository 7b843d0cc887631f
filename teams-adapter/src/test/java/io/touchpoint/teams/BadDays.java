package io.touchpoint.teams;

import io.touchpoint.sandbox.SimulatedPlatform.Misbehaviour;
import io.touchpoint.teams.fake.FakeTeams;
import io.touchpoint.teams.fake.Fault;

/** The ways in which the sandbox lets Teams misbehave. */
final class BadDays {

    private final FakeTeams teams;

    BadDays(FakeTeams teams) {
        this.teams = teams;
    }

    /** Makes the platform misbehave. */
    void begin(Misbehaviour bad) {
        switch (bad.answer()) {
            case "duplicate" -> teams.deliveries().duplicateNext(bad.times());
            case "blocked" -> blocked(bad);
            case "429" -> add(Fault.tooMany(bad.operation(), bad.retryAfter()), bad);
            case "500", "502", "504" -> add(Fault.broken(bad.operation(), Integer.parseInt(bad.answer())), bad);
            case "412" -> add(Fault.refused(bad.operation(), 412, "PreconditionFailed"), bad);
            case "timeout" -> add(Fault.hang(bad.operation()), bad);
            case "drop" -> add(Fault.drop(bad.operation()), bad);
            default -> throw new IllegalArgumentException(
                    "“answer” is 429, 412, 500, 502, 504, timeout, drop, duplicate, blocked or none.");
        }
    }

    private void blocked(Misbehaviour bad) {
        String person = bad.target();
        if (person == null || teams.person(person).isEmpty()) {
            throw new IllegalArgumentException("“channel” names the person who removes the bot.");
        }
        teams.events().blocks(person);
    }

    private void add(Fault fault, Misbehaviour bad) {
        String target = bad.target();
        Fault limited = fault.times(bad.times());
        if (target == null) {
            teams.faults().add(limited);
        }
        else {
            teams.faults().add(limited.in(teams.person(target).isPresent() ? teams.directChat(target) : target));
        }
    }

    /** Ends all of it and lets go of calls that hang. */
    void end() {
        teams.faults().clear();
        teams.people().forEach((person) -> teams.events().unblocks(person.id()));
    }

}
