package io.touchpoint.slack.fake;

import java.util.List;

/** What can be pressed, chosen or filled in on messages and views. */
public final class Controls {

    private Controls() {
    }

    /** The controls of a message in reading order; none on a removed one. */
    public static List<Control> of(Post post) {
        throw new UnsupportedOperationException();
    }

    /** The controls of a view in reading order. */
    public static List<Control> of(View view) {
        throw new UnsupportedOperationException();
    }

}
