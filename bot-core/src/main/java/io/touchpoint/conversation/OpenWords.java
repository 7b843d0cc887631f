package io.touchpoint.conversation;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Button;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said where others read it too: nothing of what is asked or answered. */
record OpenWords(Texts texts) {

    /**
     * The line that offers the question.
     * @param name the customer's name; null when it is not known
     */
    Message offer(Address customer, @Nullable String name) {
        return Message.of(
                (name == null) ? Block.Paragraph.of(texts.of("offer")) : new Block.Paragraph(addressed(customer, name)),
                Block.Buttons.of(Button.of("privately", texts.of("answerPrivately"))));
    }

    private List<Span> addressed(Address customer, String name) {
        String[] around = texts.of("offerTo").split("\\{name\\}", 2);
        return List.of(new Span.Plain(around[0]), new Span.Mention(customer, name), new Span.Plain(around[1]));
    }

    /** What stands there when there is nothing more to press. */
    Message closed() {
        return Message.text(texts.of("offerClosed"));
    }

}
