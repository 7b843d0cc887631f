package io.touchpoint.teams.fake;

import java.time.Duration;
import java.util.List;

/**
 * How often the Connector may be called.
 *
 * @param sends what one bot may send to, or create in, one conversation
 * @param lists how often one bot may ask one conversation for members or conversations
 * @param conversation what all bots together may do in one conversation
 * @param tenant what one app may do in one tenant, changes of messages included
 */
public record Limits(List<Window> sends, List<Window> lists, List<Window> conversation, List<Window> tenant) {

    /**
     * So many calls within a length of time.
     *
     * @param calls how many
     * @param length within what time
     */
    public record Window(int calls, Duration length) {
    }

    public Limits {
        sends = List.copyOf(sends);
        lists = List.copyOf(lists);
        conversation = List.copyOf(conversation);
        tenant = List.copyOf(tenant);
    }

    /** The limits that Microsoft documents. */
    public static Limits documented() {
        return new Limits(List.of(in(7, 1), in(8, 2), in(60, 30), in(1800, 3600)),
                List.of(in(14, 1), in(16, 2), in(120, 30), in(3600, 3600)), List.of(in(14, 1), in(16, 2)),
                List.of(in(30, 1)));
    }

    /** No limits. */
    public static Limits none() {
        return new Limits(List.of(), List.of(), List.of(), List.of());
    }

    private static Window in(int calls, int seconds) {
        return new Window(calls, Duration.ofSeconds(seconds));
    }

}
