package io.touchpoint.conversation;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers to a question for yes or no, in one language: the whole reply, or its head
 * before a comma, must be made of nothing else.
 */
final class YesNo {

    private static final int MOST_WORDS = 8;

    private static final Pattern HEAD = Pattern.compile("([^,.;:!]+?)\\s?(?:[,.;:!]|\\s-\\s)+\\s?(?=\\p{L})(.+)");

    private final Map<Part, Pattern> parts = new EnumMap<>(Part.class);

    private final Pattern doubt;

    YesNo(Vocabulary words) {
        for (Part part : Part.values()) {
            parts.put(part, Pattern.compile(words.any(part.section) + "(?: |$)"));
        }
        doubt = Pattern
            .compile("\\b(?:%s|%s|%s)\\b".formatted(words.any("negation"), words.any("but"), words.any("no")));
    }

    /** What a part of the reply can say; of parts of equal length the first counts. */
    private enum Part {

        UNSURE("unsure"), NO("no"), YES("yes"), NEGATION("negation"), BUT("but"), FILLER("yes-filler");

        private final String section;

        Part(String section) {
            this.section = section;
        }

    }

    Optional<Reply> read(Writing said) {
        Optional<Reply> whole = read(said.bare());
        if (whole.isPresent()) {
            return whole;
        }
        Matcher head = HEAD.matcher(said.plain());
        if (!head.matches()) {
            return Optional.empty();
        }
        return read(Writing.bare(head.group(1))).map((answer) -> withRest(answer, Writing.bare(head.group(2))));
    }

    private Reply withRest(Reply head, String rest) {
        return (head instanceof Reply.Yes && doubt.matcher(rest).find()) ? new Reply.Unsure() : head;
    }

    private Optional<Reply> read(String bare) {
        if (bare.isEmpty() || bare.split(" ").length > MOST_WORDS) {
            return Optional.empty();
        }
        Set<Part> said = EnumSet.noneOf(Part.class);
        int at = 0;
        while (at < bare.length()) {
            int end = at;
            Part longest = Part.FILLER;
            for (Map.Entry<Part, Pattern> part : parts.entrySet()) {
                Matcher here = part.getValue().matcher(bare).region(at, bare.length());
                if (here.lookingAt() && here.end() > end) {
                    end = here.end();
                    longest = part.getKey();
                }
            }
            if (end == at) {
                return Optional.empty();
            }
            said.add(longest);
            at = end;
        }
        return meaning(said);
    }

    private static Optional<Reply> meaning(Set<Part> said) {
        boolean yes = said.contains(Part.YES);
        boolean no = said.contains(Part.NO);
        if (said.contains(Part.UNSURE) || (yes && no)) {
            return Optional.of(new Reply.Unsure());
        }
        if (no || (yes && said.contains(Part.NEGATION))) {
            return Optional.of(new Reply.No());
        }
        return yes ? Optional.of(new Reply.Yes()) : Optional.empty();
    }

}
