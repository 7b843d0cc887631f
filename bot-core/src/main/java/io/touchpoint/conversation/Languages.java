package io.touchpoint.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All languages that are understood, a person's own one first, while one reply is read.
 */
final class Languages {

    private static final Map<String, Language> ALL = all();

    private final List<Language> ordered;

    private final Map<Language, Map<String, List<String>>> forms = new HashMap<>();

    private Languages(List<Language> ordered) {
        this.ordered = ordered;
    }

    /** One language: its words, and the rules that are made from them. */
    record Language(Vocabulary words, YesNo yesNo, Postponing postponing) {

        Language(Vocabulary words) {
            this(words, new YesNo(words), new Postponing(words));
        }

    }

    /** All languages, that of the locale first. */
    static Languages of(Locale first) {
        List<Language> ordered = new ArrayList<>();
        Language own = ALL.get(first.getLanguage());
        if (own != null) {
            ordered.add(own);
        }
        ALL.values().stream().filter((other) -> other != own).forEach(ordered::add);
        return new Languages(ordered);
    }

    private static Map<String, Language> all() {
        Map<String, Language> all = new LinkedHashMap<>();
        for (String name : List.of("en", "de")) {
            all.put(name, new Language(new Vocabulary(name)));
        }
        return all;
    }

    /** Whether the whole text is a phrase of a section in any language. */
    boolean says(String section, String bare) {
        return ordered.stream().anyMatch((language) -> language.words().says(section, forms(language, bare)));
    }

    /** The forms of a text without fillers of a language. */
    List<String> forms(Language language, String bare) {
        return forms.computeIfAbsent(language, (_) -> new HashMap<>()).computeIfAbsent(bare, language.words()::forms);
    }

    /** What the first language that has something to say of it says. */
    <T> Optional<T> first(Function<Language, Optional<T>> what) {
        return ordered.stream().map(what).flatMap(Optional::stream).findFirst();
    }

    /** An expression for any phrase of a section in any language. */
    String any(String section) {
        return ordered.stream()
            .map((language) -> language.words().any(section))
            .collect(Collectors.joining("|", "(?:", ")"));
    }

    /** The number words of all languages with their values. */
    Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        ordered.forEach((language) -> language.words().numbers().forEach(numbers::putIfAbsent));
        return numbers;
    }

}
