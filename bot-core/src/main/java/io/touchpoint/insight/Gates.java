package io.touchpoint.insight;

/** From how many answers on a figure is shown, ranked or tested. */
public final class Gates {

    /** A figure is shown from here on; below stand the name and "too few". */
    public static final int SHOWN = 5;

    /** A touchpoint is ranked and its change is judged from here on. */
    public static final int RANKED = 10;

    private Gates() {
    }

}
