package io.touchpoint.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a planned question.
 *
 * @param stage how far it has come
 * @param at when it came there, or will: for {@link Stage#PLANNED} and
 * {@link Stage#PUT_OFF} when it is due
 * @param question the key of the saying that put it first; null before
 */
public record Progress(Stage stage, @Nullable Instant at, @Nullable String question) {

    /** How far a question can come. */
    public enum Stage {

        PLANNED("planned"), ASKED("asked"), PUT_OFF("put off by the customer"), ANSWERED("answered"),
        HELD_BACK("held back when it fell due"), WITHDRAWN("withdrawn"), DECLINED("declined by the customer"),
        OPTED_OUT("answered with a wish for no more questions"), EXPIRED("closed without an answer");

        private final String words;

        Stage(String words) {
            this.words = words;
        }

        /** The stage within a sentence. */
        public String words() {
            return words;
        }

    }

    /** Whether the customer has the question, or has answered it. */
    boolean goesOn() {
        return stage == Stage.ASKED || stage == Stage.PUT_OFF || stage == Stage.ANSWERED;
    }

    static Progress of(Conversation conversation) {
        String question = conversation.talk().questions().isEmpty() ? null : conversation.talk().questions().getFirst();
        return switch (conversation.state()) {
            case State.Planned(Instant due) -> new Progress(Stage.PLANNED, due, question);
            case State.Offered offered -> new Progress(Stage.ASKED, offered.since(), offered.line());
            case State.Asking(Instant since, Boolean _, Instant _) -> new Progress(Stage.ASKED, since, question);
            case State.Snoozed(Instant until) -> new Progress(Stage.PUT_OFF, until, question);
            case State.Rated rated -> new Progress(Stage.ANSWERED, rated.at(), question);
            case State.Ended(State.Ended.How how, Instant at) -> new Progress(switch (how) {
                case NOT_ASKED -> Stage.HELD_BACK;
                case WITHDRAWN -> Stage.WITHDRAWN;
                case DECLINED -> Stage.DECLINED;
                case OPTED_OUT -> Stage.OPTED_OUT;
                case EXPIRED -> Stage.EXPIRED;
            }, at, question);
        };
    }

}
