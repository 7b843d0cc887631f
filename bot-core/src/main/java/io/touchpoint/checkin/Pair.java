package io.touchpoint.checkin;

import io.touchpoint.chat.Address;
import io.touchpoint.team.Colleague;
import io.touchpoint.team.Teams;
import java.util.Optional;

/** The two people of a check-in, as they are known now. */
record Pair(Colleague planner, Colleague other) {

    /** The two of a check-in; empty when one of them is no longer known. */
    static Optional<Pair> of(CheckIn checkIn, Teams teams) {
        return teams.colleague(checkIn.workspace(), checkIn.planner().colleague())
            .flatMap((planner) -> teams.colleague(checkIn.workspace(), checkIn.other().colleague())
                .map((other) -> new Pair(planner, other)));
    }

    /** The one who is not this colleague. */
    Colleague beside(Colleague one) {
        return one.key().equals(planner.key()) ? other : planner;
    }

    /**
     * Where one of them is written to.
     * @throws IllegalStateException when the person is not on the platform
     */
    static Address address(Colleague colleague, String platform) {
        return colleague.on(platform)
            .orElseThrow(() -> new IllegalStateException(colleague.id() + " is not on " + platform));
    }

    /** The one whose touchpoints the talk is about: the report, else who was asked. */
    Colleague report() {
        return other.key().equals(planner.manager()) ? planner : other;
    }

    /** "Mara / Jon". */
    String title() {
        return planner.name() + " / " + other.name();
    }

}
