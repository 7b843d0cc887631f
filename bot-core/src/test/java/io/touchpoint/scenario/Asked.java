package io.touchpoint.scenario;

import java.util.stream.Stream;

/** What the script asks about, in the order of the journey, as the map has it. */
enum Asked {

    DELIVERY("Delivery", "delivery", 2, .2, "late"), UNBOXING("Unboxing", "delivery", 2, .15, "parts missing"),
    RETURNS("Returns", "delivery", 2, .25, "form on mobile"),
    SUPPORT_CHAT("Support chat", "delivery", 2, .2, "long wait"),
    TICKET_SOLVED("Support ticket", "support", 3, .2, "slow"),
    HELP_CENTER("Help centre", "delivery", 2, .25, "no answer there");

    private final String shown;

    private final String team;

    private final int low;

    private final double accepted;

    private final String reason;

    /**
     * What the map and the survey say.
     * @param low up to which value of the script a rating is an unhappy one
     * @param accepted the accepted share of those
     * @param reason the first reason that is offered, as digests name it
     */
    Asked(String shown, String team, int low, double accepted, String reason) {
        this.shown = shown;
        this.team = team;
        this.low = low;
        this.accepted = accepted;
        this.reason = reason;
    }

    /** The touchpoint of a key. */
    static Asked of(String key) {
        return Stream.of(values()).filter((one) -> one.name().equalsIgnoreCase(key)).findFirst().orElseThrow();
    }

    String shown() {
        return shown;
    }

    String team() {
        return team;
    }

    double accepted() {
        return accepted;
    }

    String reason() {
        return reason;
    }

    boolean unhappy(int score) {
        return score <= low;
    }

}
