package io.touchpoint.teams;

import io.touchpoint.chat.Inbound;
import java.util.List;

/** What an activity of Teams means to the product. */
sealed interface Read {

    /** Something happened: once, or several times in one activity. */
    record Understood(List<Heard> heard) implements Read {

        public Understood {
            heard = List.copyOf(heard);
        }

        static Understood of(Inbound inbound, Origin origin) {
            return new Understood(List.of(new Heard(inbound, origin)));
        }

    }

    /** A button that belongs to nothing that still stands. */
    record Stale(Origin origin) implements Read {
    }

    /** A dialog that waits to be opened. */
    record Reread(Dialogs.Open open) implements Read {
    }

    /** Nothing that matters here. */
    record Ignored() implements Read {
    }

    /** It makes no sense; {@code why} is a code, without anything of its content. */
    record Broken(String why) implements Read {
    }

    /** One thing that happened, and where an answer can go. */
    record Heard(Inbound inbound, Origin origin) {
    }

}
