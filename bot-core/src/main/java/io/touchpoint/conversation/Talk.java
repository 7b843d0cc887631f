package io.touchpoint.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What was said in a conversation so far.
 *
 * @param comments the customer's words, oldest first
 * @param reasons ids of the reasons that the customer chose
 * @param scores every rating that was given, oldest first: a corrected one is kept
 * @param questions keys of the sayings that put the question
 * @param followUp key of the saying that asked back; null before
 * @param said how much the bot has said
 * @param recorded how often an answer was recorded
 * @param complained whether the customer wished for a reply
 * @param expiresAt until when the question can be answered and the answer changed; null
 * before it was asked
 */
@Document
@TypeAlias("talk")
record Talk(List<String> comments, List<String> reasons, List<Integer> scores, List<String> questions,
        @Nullable String followUp, Long said, Long recorded, Boolean complained, @Nullable Instant expiresAt) {

    Talk {
        comments = (comments == null) ? List.of() : List.copyOf(comments);
        reasons = (reasons == null) ? List.of() : List.copyOf(reasons);
        scores = (scores == null) ? List.of() : List.copyOf(scores);
        questions = (questions == null) ? List.of() : List.copyOf(questions);
    }

    static Talk silence() {
        return new Talk(List.of(), List.of(), List.of(), List.of(), null, 0L, 0L, false, null);
    }

    Talk comment(String words) {
        return new Talk(plus(comments, words), reasons, scores, questions, followUp, said, recorded, complained,
                expiresAt);
    }

    Talk withoutComment(String words) {
        List<String> others = new ArrayList<>(comments);
        others.remove(words);
        return new Talk(others, reasons, scores, questions, followUp, said, recorded, complained, expiresAt);
    }

    Talk reasons(List<String> chosen) {
        return new Talk(comments, chosen, scores, questions, followUp, said, recorded, complained, expiresAt);
    }

    Talk score(int score) {
        return new Talk(comments, reasons, plus(scores, score), questions, followUp, said, recorded, complained,
                expiresAt);
    }

    Talk question(String key, Instant until) {
        return new Talk(comments, reasons, scores, plus(questions, key), followUp, said, recorded, complained, until);
    }

    Talk open(Instant until) {
        return new Talk(comments, reasons, scores, questions, followUp, said, recorded, complained, until);
    }

    Talk followUp(String key) {
        return new Talk(comments, reasons, scores, questions, key, said, recorded, complained, expiresAt);
    }

    Talk saidOneMore() {
        return new Talk(comments, reasons, scores, questions, followUp, said + 1, recorded, complained, expiresAt);
    }

    Talk recordedOnceMore() {
        return new Talk(comments, reasons, scores, questions, followUp, said, recorded + 1, complained, expiresAt);
    }

    Talk complaint() {
        return new Talk(comments, reasons, scores, questions, followUp, said, recorded, true, expiresAt);
    }

    private static <T> List<T> plus(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return more;
    }

}
