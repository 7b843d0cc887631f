package io.touchpoint.followup;

/**
 * What may stand between a business event and a question, in the order in which it is
 * looked at.
 */
public enum Gate {

    OPT_OUT("opted out"), INTERNAL("own people"), KIND("no real conversation"), CONDITIONS("outside the rules"),
    AGE("too old"), WITHDRAWAL("withdrawn"), RESOLUTION("asked about this before"), TOUCHPOINT_CLOCK("asked recently"),
    ANY_CLOCK("asked recently"), CAP("asked recently"), ACCOUNT("account asked enough"), OPEN_CASE("open case"),
    SAMPLING("not in the sample"), BREAKER("asking stopped"), QUIET_HOURS("quiet hours"), REACHABILITY("unreachable");

    private final String reason;

    Gate(String reason) {
        this.reason = reason;
    }

    /** Why somebody was not asked, in two or three words. */
    public String reason() {
        return reason;
    }

}
