package io.touchpoint.setup;

import io.touchpoint.journey.Touchpoint;
import io.touchpoint.setup.Section.Text;
import io.touchpoint.survey.Scale;
import io.touchpoint.survey.Survey;
import io.touchpoint.survey.Surveys;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the surveys with their words. */
final class SurveyReader {

    private static final Map<String, Scale> SCALES = Stream.of(Scale.values())
        .collect(Collectors.toMap(Scale::id, Function.identity()));

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private static final Set<String> EVERYWHERE = Set.of("company");

    private static final Set<String> OF_THE_SUBJECT = Set.of("company", "subject", "day");

    private final Problems problems;

    private final Values values;

    private final String workspace;

    private final String company;

    SurveyReader(Problems problems, String workspace, String company) {
        this.problems = problems;
        this.values = new Values(problems);
        this.workspace = workspace;
        this.company = company;
    }

    List<Survey> surveys(Section section) {
        List<Survey> surveys = new ArrayList<>();
        for (String key : section.names()) {
            values.key(key, section.line(key), "a survey");
            surveys.add(survey(key, section.section(key, "survey “" + key + "”")));
        }
        return surveys;
    }

    private Survey survey(String key, Section one) {
        Scale scale = values.one(one.required("scale"), SCALES, Scale.STARS_5);
        if ((scale == Scale.NPS_0_10) != key.equals(Touchpoint.RELATIONSHIP)) {
            problems.add(one.line("scale"), "the scale nps is for the survey “relationship”, and no other is");
        }
        Map<String, Survey.Words> words = new LinkedHashMap<>();
        Section languages = one.section("words", "words of " + one.what());
        for (String language : languages.names()) {
            values.language(language, languages.line(language), languages.what());
            words.put(language,
                    words(languages.section(language, language + " words of " + one.what()), language, scale));
        }
        if (!words.containsKey("en")) {
            problems.add(one.line("words"), one.what() + " needs English words");
        }
        List<Survey.Reason> reasons = reasons(one.section("reasons", "reasons of " + one.what()));
        one.nothingElse();
        return new Survey(Surveys.id(workspace, key), workspace, key, scale, words, reasons);
    }

    private Survey.Words words(Section one, String language, Scale scale) {
        Survey.Words words = new Survey.Words(text(one, "name", 40, EVERYWHERE), text(one, "thing", 60, EVERYWHERE),
                text(one, "about", 120, EVERYWHERE), text(one, "question", 200, EVERYWHERE),
                labels(one, language, scale), text(one, "reason", 120, EVERYWHERE),
                text(one, "subject", 120, OF_THE_SUBJECT), text(one, "because", 150, OF_THE_SUBJECT),
                text(one, "withdrawn", 150, OF_THE_SUBJECT));
        one.nothingElse();
        return words;
    }

    private String text(Section one, String name, int most, Set<String> placeholders) {
        Text text = one.required(name);
        Matcher matcher = PLACEHOLDER.matcher(text.value());
        while (matcher.find()) {
            if (!placeholders.contains(matcher.group(1))) {
                problems.unknown(text.line(),
                        "{" + matcher.group(1) + "} in “" + name + "” of " + one.what() + " stands for nothing",
                        matcher.group(1), placeholders);
            }
        }
        return values.words(text, most, "“" + name + "” of " + one.what()).replace("{company}", company);
    }

    private List<String> labels(Section one, String language, Scale scale) {
        List<String> given = new ArrayList<>();
        one.list("labels").forEach((label) -> given.add(values.words(label, 40, "a label of " + one.what())));
        if (given.isEmpty()) {
            List<String> usual = Labels.usual(scale, language);
            if (usual.isEmpty()) {
                problems.add(one.line(), one.what() + " need “labels”, low to high");
            }
            return usual;
        }
        int size = scale.max() - scale.min() + 1;
        if (size > 5 && given.size() == 2) {
            return Labels.ends(size, given.getFirst(), given.getLast());
        }
        if (given.size() != size) {
            problems.add(one.line("labels"), one.what() + " need " + size + " labels, low to high"
                    + ((size > 5) ? ", or the two of its ends" : "") + "; there are " + given.size());
        }
        return given;
    }

    private List<Survey.Reason> reasons(Section section) {
        List<Survey.Reason> reasons = new ArrayList<>();
        for (String key : section.names()) {
            values.key(key, section.line(key), "a reason");
            Section one = section.section(key, "reason “" + key + "” in " + section.what());
            Map<String, String> labels = new LinkedHashMap<>();
            for (String language : one.names()) {
                values.language(language, one.line(language), one.what());
                labels.put(language, values.words(one.required(language), 40, "the label of " + one.what()));
            }
            if (!labels.containsKey("en")) {
                problems.add(one.line(), one.what() + " needs an English label");
            }
            reasons.add(new Survey.Reason(key, Collections.unmodifiableMap(labels)));
        }
        if (reasons.size() == 1 || reasons.size() > 8) {
            problems.add(section.line(), section.what() + ": there must be none or two to eight");
        }
        return reasons;
    }

}
