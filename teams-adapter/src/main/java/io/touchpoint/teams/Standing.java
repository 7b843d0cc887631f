package io.touchpoint.teams;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Button;
import io.touchpoint.chat.Message;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Said;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Messages as they are promised to stand now: what is going to take the place of one is
 * known before it does.
 */
@Component
class Standing {

    private final Outbox outbox;

    Standing(Outbox outbox) {
        this.outbox = outbox;
    }

    /** A message, and the token of its buttons. */
    record Card(Message message, String token) {

        /** Whether it gives a choice. */
        boolean asks() {
            return message.blocks()
                .stream()
                .flatMap((block) -> (block instanceof Block.Buttons(var buttons)) ? buttons.stream()
                        : List.<Button>of().stream())
                .filter((button) -> button.url() == null && !button.opensForm())
                .count() > 1;
        }

    }

    /** The message that stands in this place of the one that a token names. */
    Optional<Card> of(Address in, String token) {
        return outbox.byToken(in.workspace(), token)
            .filter((said) -> said.saying().to().equals(in))
            .map((said) -> newest(said, token));
    }

    private Card newest(Said said, String token) {
        String replaced = said.saying().replaces();
        String first = (replaced != null) ? replaced : said.saying().key();
        return outbox.about(said.saying().about())
            .stream()
            .map(Said::saying)
            .filter((saying) -> saying.key().equals(first) || Objects.equals(saying.replaces(), first))
            .reduce((_, later) -> later)
            .map((saying) -> new Card(saying.message(), Outbox.token(saying.key())))
            .orElseGet(() -> new Card(said.saying().message(), token));
    }

}
