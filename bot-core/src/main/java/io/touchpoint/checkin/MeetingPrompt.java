package io.touchpoint.checkin;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Button;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Span;
import io.touchpoint.digest.AfterDigest;
import io.touchpoint.digest.Digest;
import io.touchpoint.insight.Finding;
import io.touchpoint.outbox.Lane;
import io.touchpoint.outbox.Saying;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Suggests, below a digest, to talk about what it lists; it names nobody. */
@Component
class MeetingPrompt implements AfterDigest {

    static final String PLAN = "plan";

    /** What stands in the id of a prompt between workspace and digest. */
    static final String KIND = "|checkin|prompt:";

    private static final int NAMED = 2;

    private static final int LISTED = 3;

    @Override
    public List<Saying> after(Digest digest, Instant now) {
        Address channel = digest.channel();
        List<Finding> pains = digest.painPoints();
        if (channel == null || pains.isEmpty()) {
            return List.of();
        }
        String week = digest.id().substring(digest.id().lastIndexOf('|') + 1);
        String id = digest.workspace() + KIND + digest.team() + ":" + week;
        return List.of(Saying.of(Saying.key(id, 1), id, channel, Lane.DIGEST, message(digest, pains)));
    }

    private static Message message(Digest digest, List<Finding> pains) {
        List<Span> worth = new ArrayList<>();
        worth.add(new Span.Strong("Worth a check-in this week: "));
        worth.add(new Span.Plain(pains.stream()
            .limit(LISTED)
            .map((pain) -> pain.name() + named(digest, pain))
            .collect(Collectors.joining(", ")) + "."));
        return Message.of(new Block.Paragraph(worth),
                Block.Paragraph.of("A touchpoint meeting is a short one-on-one. Three questions for it: "
                        + "What did the customer want to get done? How did it feel? What could we try?"),
                Block.Buttons.of(Button.form(PLAN, "Plan a check-in\u2026")),
                Block.Note.of("I suggest this after a digest that lists something."));
    }

    private static String named(Digest digest, Finding pain) {
        String reasons = digest.pain(pain.touchpoint())
            .stream()
            .flatMap((some) -> some.reasons().stream())
            .limit(NAMED)
            .map((reason) -> Wording.within(reason.label()))
            .collect(Collectors.joining(", "));
        return reasons.isEmpty() ? "" : " (" + reasons + ")";
    }

}
