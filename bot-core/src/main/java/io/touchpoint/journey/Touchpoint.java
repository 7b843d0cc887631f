package io.touchpoint.journey;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;

/**
 * A place where customers meet the company.
 *
 * @param key the touchpoint's id within its workspace: lower-case letters, digits,
 * {@code -} and {@code _}
 * @param stage the stage of the journey that it belongs to; null for the relationship as
 * a whole
 * @param digital whether it is met on a screen; otherwise it is physical
 * @param name as people read it, such as "Delivery"
 * @param team the id of the team that owns it
 * @param owner the id of the colleague who answers for it; null when nobody is named
 * @param goal what the customer wants to get done there
 * @param expectation what the customer expects
 * @param accepted the share of unhappy answers that is accepted, 0 to 1
 * @param survey the id of the survey that is asked there
 * @param askedOn types of the business events after which it is asked
 * @param withdrawnBy types of the business events that withdraw the question
 * @param delay from the event to the question
 * @param oneIn every how many-th customer is asked, 1 for everyone
 * @param colleagues whether the company's own people are its customers, as at an internal
 * service desk
 */
public record Touchpoint(String key, @Nullable JourneyStage stage, boolean digital, String name, String team,
        @Nullable String owner, String goal, String expectation, double accepted, String survey, List<String> askedOn,
        List<String> withdrawnBy, Duration delay, int oneIn, boolean colleagues, Asking asking) {

    /** The key of the relationship as a whole, which stands on no journey map. */
    public static final String RELATIONSHIP = "relationship";

    @PersistenceCreator
    public Touchpoint {
        askedOn = (askedOn == null) ? List.of() : List.copyOf(askedOn);
        withdrawnBy = (withdrawnBy == null) ? List.of() : List.copyOf(withdrawnBy);
        asking = (asking == null) ? Asking.USUAL : asking;
    }

    /** One at which everybody is asked by the usual rules. */
    public Touchpoint(String key, JourneyStage stage, boolean digital, String name, String team, @Nullable String owner,
            String goal, String expectation, double accepted, String survey, List<String> askedOn,
            List<String> withdrawnBy, Duration delay, int oneIn, boolean colleagues) {
        this(key, stage, digital, name, team, owner, goal, expectation, accepted, survey, askedOn, withdrawnBy, delay,
                oneIn, colleagues, Asking.USUAL);
    }

    /**
     * The relationship as a whole, asked about without an event.
     * @param team the id of the team that reads the answers
     * @param every how long nobody is asked about it again
     */
    public static Touchpoint relationship(String team, Duration every) {
        return new Touchpoint(RELATIONSHIP, null, true, "Relationship", team, null, "", "", 0, RELATIONSHIP, List.of(),
                List.of(), Duration.ZERO, 1, false,
                new Asking(every, "the relationship", List.of(), List.of(), Place.PRIVATE));
    }

    /** The same, asked at another time, of others, or more or less often. */
    public Touchpoint asked(Duration later, int one, Asking otherwise) {
        return new Touchpoint(key, stage, digital, name, team, owner, goal, expectation, accepted, survey, askedOn,
                withdrawnBy, later, one, colleagues, otherwise);
    }

}
