package io.touchpoint.journey;

/** The five stages of the customer journey, in their order. */
public enum JourneyStage {

    PRE_PURCHASE("Pre-purchase"), PURCHASE("Purchase"), POST_PURCHASE("Post-purchase"), SERVICE("Service"),
    SELF_SERVICE("Self-service");

    private final String label;

    JourneyStage(String label) {
        this.label = label;
    }

    /** The stage's name as people read it. */
    public String label() {
        return label;
    }

}
