package io.touchpoint.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of one language that replies are read by. The table is the file
 * {@code <language>.words} beside this class; {@code en.words} says how it is written.
 */
final class Vocabulary {

    /** Longer texts are never one of the phrases of a table. */
    private static final int LONGEST = 160;

    private static final Pattern VALUE = Pattern.compile("(.+) = (\\S+)");

    private static final Pattern SECTION = Pattern.compile("\\{([a-z-]+)}");

    private static final Pattern CHOICE = Pattern.compile("\\((?!\\?)");

    private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();

    private final Map<String, Pattern> wholes = new HashMap<>();

    private final Map<String, Map<Pattern, String>> valued = new HashMap<>();

    private final Map<String, Pattern> leads = new ConcurrentHashMap<>();

    private final Pattern fillersBefore;

    private final Pattern fillersBehind;

    Vocabulary(String language) {
        Map<String, String> section = new LinkedHashMap<>();
        for (String line : WordTable.lines(language)) {
            if (line.startsWith("[") && line.endsWith("]")) {
                section = new LinkedHashMap<>();
                sections.put(line.substring(1, line.length() - 1), section);
                continue;
            }
            Matcher value = VALUE.matcher(line);
            if (value.matches()) {
                section.put(letters(value.group(1)), value.group(2));
            }
            else {
                section.put(letters(line), "");
            }
        }
        for (String name : sections.keySet()) {
            wholes.put(name, Pattern.compile(any(name)));
            Map<Pattern, String> values = new LinkedHashMap<>();
            section(name).forEach((phrase, value) -> values.put(Pattern.compile(expanded(phrase)), value));
            valued.put(name, values);
        }
        fillersBefore = Pattern.compile("^(?:" + any("filler") + " )+");
        fillersBehind = Pattern.compile("(?: " + any("filler") + ")+$");
    }

    /** An expression for any phrase of a section, the longest phrase first. */
    String any(String section) {
        return section(section).keySet()
            .stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .map(this::expanded)
            .collect(Collectors.joining("|", "(?:", ")"));
    }

    /** The phrases of a section with their values. */
    Map<String, String> section(String name) {
        Map<String, String> section = sections.get(name);
        if (section == null) {
            throw new IllegalStateException("no section " + name);
        }
        return section;
    }

    /** Whether a text is a phrase of a section, with or without fillers around it. */
    boolean says(String section, List<String> forms) {
        return match(section, forms) != null;
    }

    /** The first or the last number within a phrase of a section that a text is. */
    Optional<String> number(String section, List<String> forms, boolean last) {
        Matcher match = match(section, forms);
        if (match == null) {
            return Optional.empty();
        }
        List<String> numbers = new ArrayList<>();
        for (int group = 1; group <= match.groupCount(); group++) {
            if (match.group(group) != null) {
                numbers.add(match.group(group));
            }
        }
        return numbers.isEmpty() ? Optional.empty() : Optional.of(last ? numbers.getLast() : numbers.getFirst());
    }

    /** The value of the phrase of a section that a text is. */
    Optional<String> value(String section, List<String> forms) {
        Matcher match = match(section, forms);
        if (match == null) {
            return Optional.empty();
        }
        String text = match.group();
        return valued.getOrDefault(section, Map.of())
            .entrySet()
            .stream()
            .filter((phrase) -> phrase.getKey().matcher(text).matches())
            .map(Map.Entry::getValue)
            .findFirst();
    }

    /** The text without phrases of a section before it. */
    String without(String section, String bare) {
        Pattern lead = leads.computeIfAbsent(section, (name) -> Pattern.compile("^(?:" + any(name) + " )+"));
        return lead.matcher(bare).replaceAll("");
    }

    /**
     * The text as it is, then without fillers behind it, before it, and around it; none
     * when it is too long for a phrase.
     */
    List<String> forms(String bare) {
        if (bare.length() > LONGEST) {
            return List.of();
        }
        String head = fillersBehind.matcher(bare).replaceAll("");
        String tail = fillersBefore.matcher(bare).replaceAll("");
        String middle = fillersBehind.matcher(tail).replaceAll("");
        return Stream.of(bare, head, tail, middle).distinct().toList();
    }

    private @Nullable Matcher match(String section, List<String> forms) {
        Pattern whole = wholes.get(section);
        if (whole == null) {
            throw new IllegalStateException("no section " + section);
        }
        for (String form : forms) {
            Matcher match = whole.matcher(form);
            if (match.matches()) {
                return match;
            }
        }
        return null;
    }

    private String expanded(String phrase) {
        String choices = CHOICE.matcher(phrase).replaceAll("(?:");
        String sectioned = SECTION.matcher(choices).replaceAll((name) -> Matcher.quoteReplacement(any(name.group(1))));
        return sectioned.contains("#") ? sectioned.replace("#", "(" + number() + ")") : sectioned;
    }

    /** The number words with their values, in every spelling. */
    Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        section("number").forEach((word, value) -> {
            numbers.put(word.replace("(u|ue)", "u"), Integer.valueOf(value));
            numbers.put(word.replace("(u|ue)", "ue"), Integer.valueOf(value));
        });
        return numbers;
    }

    private String number() {
        return "\\d{1,3}|" + String.join("|", numbers().keySet());
    }

    private static String letters(String phrase) {
        String small = phrase.replace("\u00e4", "(a|ae)").replace("\u00f6", "(o|oe)").replace("\u00fc", "(u|ue)");
        return Writing.fold(small);
    }

}
