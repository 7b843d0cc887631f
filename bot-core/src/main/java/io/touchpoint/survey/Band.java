package io.touchpoint.survey;

/** What an answer means for the customer who gave it. */
public enum Band {

    /** Unhappy. */
    LOW,
    /** Neither. */
    NEUTRAL,
    /** Happy. */
    HIGH

}
