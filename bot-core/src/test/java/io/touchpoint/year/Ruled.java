package io.touchpoint.year;

import io.touchpoint.followup.AskRules;
import io.touchpoint.followup.AskRules.ForAccount;
import io.touchpoint.journey.Asking;
import io.touchpoint.journey.Condition;
import io.touchpoint.journey.Condition.Comparison;
import io.touchpoint.journey.JourneyStage;
import io.touchpoint.journey.Place;
import io.touchpoint.journey.Touchpoint;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By which rules the company asks.
 *
 * @param clocks whether there are any but that nobody is asked twice in a day
 */
record Ruled(boolean clocks) {

    private static final int MOST = 3;

    AskRules rules() {
        return clocks
                ? new AskRules("w1", Duration.ofDays(7), MOST, Duration.ofDays(7), null, null,
                        List.of(new ForAccount("Company 1", null, 1), new ForAccount("Company 2", null, 0),
                                new ForAccount("Company 3", Duration.ofDays(21), null)))
                : new AskRules("w1", Duration.ZERO, 1_000, Duration.ofDays(7), null, null, List.of());
    }

    /** From question or answer to the next question about anything. */
    Duration any(@Nullable String account) {
        return !clocks ? Duration.ZERO : Duration.ofDays("Company 3".equals(account) ? 21 : 7);
    }

    /** How many questions an account gets in a week at most. */
    int most(String account) {
        return !clocks ? 1_000 : switch (account) {
            case "Company 1" -> 1;
            case "Company 2" -> 0;
            default -> MOST;
        };
    }

    List<Touchpoint> touchpoints() {
        return List.of(touchpoint("search", JourneyStage.PRE_PURCHASE, 24, 2, "search.used", null, 30, null),
                touchpoint("checkout", JourneyStage.PURCHASE, 1, 1, "order.placed", "order.returned", 30, null),
                touchpoint("delivery", JourneyStage.POST_PURCHASE, 24, 1, "order.delivered", "order.returned", 14,
                        "parcels"),
                touchpoint("unboxing", JourneyStage.POST_PURCHASE, 24, 1, "product.registered", "order.returned", 14,
                        "parcels"),
                touchpoint("returns", JourneyStage.POST_PURCHASE, 24, 1, "order.returned", null, 30, null),
                touchpoint("ticket", JourneyStage.SERVICE, 3, 1, "ticket.solved", "ticket.reopened", 30, null),
                touchpoint("help", JourneyStage.SELF_SERVICE, 0, 1, "article.read", null, 30, null));
    }

    private Touchpoint touchpoint(String key, JourneyStage stage, int hours, int oneIn, String askedOn,
            @Nullable String withdrawnBy, int clock, @Nullable String group) {
        Condition amount = new Condition("amount", Comparison.AT_LEAST, List.of("10"));
        return new Touchpoint(key, stage, true, key, "delivery", null, "goal", "expectation", 0.2, "delivery",
                List.of(askedOn), (withdrawnBy == null) ? List.of() : List.of(withdrawnBy), Duration.ofHours(hours),
                oneIn, false, new Asking(clocks ? Duration.ofDays(clock) : Duration.ZERO, group,
                        key.equals("help") ? List.of(amount) : List.of(), List.of(), Place.PRIVATE));
    }

}
