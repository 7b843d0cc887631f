package io.touchpoint.insight;

/** What a touchpoint's unhappy share is held against: the lower of two. */
public enum Yardstick {

    /** What is usual over all touchpoints: "About 10 more than usual". */
    USUAL,
    /** What is accepted at this touchpoint: "About 7 more than the 25% you accept". */
    ACCEPTED

}
