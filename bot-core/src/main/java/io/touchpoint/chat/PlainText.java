package io.touchpoint.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Text without anything that platforms would not show as it stands, and at most so long.
 */
public final class PlainText {

    private PlainText() {
    }

    /**
     * The text without control characters, bidirectional controls and halves of surrogate
     * pairs; line ends become line feeds.
     */
    public static String clean(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n').replace('\u2028', '\n').replace('\u2029', '\n');
        return lines.codePoints()
            .filter(PlainText::harmless)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    }

    private static boolean harmless(int point) {
        boolean bidi = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069) || point == 0x200E
                || point == 0x200F || point == 0x061C;
        boolean control = point != '\n' && point != '\t' && Character.getType(point) == Character.CONTROL;
        boolean broken = Character.getType(point) == Character.SURROGATE || point == 0xFEFF;
        return !bidi && !control && !broken;
    }

    /**
     * Clean text of at most so many characters; an ellipsis says that some is missing.
     */
    public static String cut(String text, int most) {
        String clean = clean(text);
        if (clean.codePointCount(0, clean.length()) <= most) {
            return clean;
        }
        return clean.substring(0, clean.offsetByCodePoints(0, most - 1)).stripTrailing() + "\u2026";
    }

    /** Names of at most so many characters that stay different from each other. */
    public static List<String> distinct(List<String> names, int most) {
        Set<String> taken = new HashSet<>();
        List<String> distinct = new ArrayList<>();
        for (String name : names) {
            String one = cut(name.isBlank() ? "-" : name, most);
            for (int n = 2; !taken.add(one); n++) {
                String number = " " + n;
                one = cut(name, most - number.length()) + number;
            }
            distinct.add(one);
        }
        return distinct;
    }

}
