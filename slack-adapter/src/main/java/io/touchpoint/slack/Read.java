package io.touchpoint.slack;

import io.touchpoint.chat.Inbound;
import java.util.List;

/** What a request of Slack means to the product. */
sealed interface Read {

    /** Something happened: once, or several times in one request. */
    record Understood(List<Heard> heard) implements Read {

        public Understood {
            heard = List.copyOf(heard);
        }

        static Understood of(Inbound inbound, Origin origin) {
            return new Understood(List.of(new Heard(inbound, origin)));
        }

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
