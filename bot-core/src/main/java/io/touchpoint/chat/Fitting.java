package io.touchpoint.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Blocks within what a platform takes in one message: the longest texts are shortened
 * first, lists by whole lines ("and 4 more").
 */
public final class Fitting {

    private static final int SHORT = 80;

    private Fitting() {
    }

    /** How something stands to what a platform takes. */
    public enum Size {

        FITS, TOO_LONG, TOO_MANY

    }

    /**
     * Shortens blocks until they fit.
     * @param size tells whether they do: too long, or too many of them
     */
    public static List<Block> fit(List<Block> blocks, Function<List<Block>, Size> size) {
        List<Block> parts = new ArrayList<>(blocks);
        Size now = size.apply(parts);
        while (now != Size.FITS) {
            if (now == Size.TOO_MANY || !shorten(parts)) {
                dropLast(parts);
            }
            now = size.apply(parts);
        }
        return parts;
    }

    private static boolean shorten(List<Block> parts) {
        int longest = -1;
        for (int i = 0; i < parts.size(); i++) {
            boolean text = switch (parts.get(i)) {
                case Block.Paragraph _, Block.Note _, Block.Quote _ -> true;
                case Block.Heading _, Block.Buttons _, Block.Bars _ -> false;
            };
            if (text && (longest < 0 || length(parts.get(i)) > length(parts.get(longest)))) {
                longest = i;
            }
        }
        if (longest < 0 || length(parts.get(longest)) <= SHORT) {
            return false;
        }
        parts.set(longest, shorter(parts.get(longest)));
        return true;
    }

    private static int length(Block block) {
        return block.plainText().length();
    }

    private static Block shorter(Block block) {
        return switch (block) {
            case Block.Paragraph(var spans) -> new Block.Paragraph(shorter(spans));
            case Block.Note(var spans) -> new Block.Note(shorter(spans));
            case Block.Quote(String words, var source) ->
                new Block.Quote(PlainText.cut(words, words.codePointCount(0, words.length()) * 2 / 3), source);
            case Block.Heading _, Block.Buttons _, Block.Bars _ -> block;
        };
    }

    private static List<Span> shorter(List<Span> spans) {
        String all = Span.plainText(spans);
        String[] lines = all.split("\n", -1);
        if (lines.length > 3) {
            int kept = lines.length * 2 / 3;
            int end = String.join("\n", List.of(lines).subList(0, kept)).length();
            List<Span> shorter = first(spans, end);
            shorter.add(new Span.Plain("\nand " + (lines.length - kept + earlier(lines)) + " more"));
            return shorter;
        }
        List<Span> shorter = first(spans, all.length() * 2 / 3);
        shorter.add(new Span.Plain("\u2026"));
        return shorter;
    }

    /** How many lines an earlier shortening left out, without the line that says so. */
    private static int earlier(String[] lines) {
        String last = lines[lines.length - 1];
        return last.matches("and \\d{1,6} more") ? Integer.parseInt(last.split(" ", -1)[1]) - 1 : 0;
    }

    private static List<Span> first(List<Span> spans, int length) {
        List<Span> first = new ArrayList<>();
        int left = length;
        for (Span span : spans) {
            int size = span.plainText().length();
            if (size <= left) {
                first.add(span);
            }
            else if (left > 0) {
                String text = span.plainText().substring(0, left);
                first.add((span instanceof Span.Strong) ? new Span.Strong(text) : new Span.Plain(text));
            }
            left -= Math.min(size, left);
        }
        return first;
    }

    private static void dropLast(List<Block> parts) {
        Comparator<Block> bySize = Comparator.comparingInt(Fitting::length);
        Block dropped = parts.stream()
            .filter((part) -> !(part instanceof Block.Buttons))
            .reduce((_, later) -> later)
            .orElseGet(() -> parts.stream().max(bySize).orElseThrow());
        parts.remove(parts.lastIndexOf(dropped));
    }

}
