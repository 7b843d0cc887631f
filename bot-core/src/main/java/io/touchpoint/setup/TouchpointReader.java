package io.touchpoint.setup;

import io.touchpoint.journey.JourneyStage;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.setup.Section.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the touchpoints of the journey map. */
final class TouchpointReader {

    private static final Map<String, JourneyStage> STAGES = Map.of("pre-purchase", JourneyStage.PRE_PURCHASE,
            "purchase", JourneyStage.PURCHASE, "post-purchase", JourneyStage.POST_PURCHASE, "service",
            JourneyStage.SERVICE, "self-service", JourneyStage.SELF_SERVICE);

    private final Problems problems;

    private final Values values;

    private final AskingReader asking;

    private final List<String> teams;

    private final List<String> colleagues;

    private final List<String> surveys;

    private final Map<String, Set<String>> teamsMissing = new TreeMap<>();

    TouchpointReader(Problems problems, List<String> teams, List<String> colleagues, List<String> surveys) {
        this.problems = problems;
        this.values = new Values(problems);
        this.asking = new AskingReader(problems);
        this.teams = teams;
        this.colleagues = colleagues;
        this.surveys = surveys;
    }

    /**
     * The touchpoints in the order of the journey.
     * @param defaults those to start with; null for none
     * @param at the line that asked for them
     */
    List<Touchpoint> touchpoints(Section section, @Nullable Section defaults, int at) {
        Map<String, Section> all = new LinkedHashMap<>();
        if (defaults != null) {
            for (String key : defaults.names()) {
                String what = "touchpoint “" + key + "”";
                all.put(key, Section.empty(what, at, problems).over(defaults.section(key, what), at));
            }
        }
        for (String key : section.names()) {
            Section own = section.section(key, "touchpoint “" + key + "”");
            Section known = all.get(key);
            all.put(key, (known != null) ? own.over(known, at) : own);
            values.key(key, section.line(key), "a touchpoint");
            if (key.equals(Touchpoint.RELATIONSHIP)) {
                problems.add(section.line(key),
                        "“relationship” is no touchpoint: say in asking how the relationship as a whole is asked about");
            }
        }
        List<Touchpoint> touchpoints = new ArrayList<>();
        all.forEach((key, one) -> {
            if (!one.text("off").map(values::yes).orElse(false)) {
                touchpoints.add(touchpoint(key, one));
            }
        });
        teamsMissing.forEach((team, whose) -> problems.add(at, "the default map needs the team “" + team
                + "”: add it to teams, or name another team for " + String.join(", ", whose)));
        if (touchpoints.isEmpty()) {
            problems.add(section.line(), "the journey map has no touchpoints");
        }
        return touchpoints.stream().sorted(Comparator.comparing(Touchpoint::stage)).toList();
    }

    private Touchpoint touchpoint(String key, Section one) {
        Touchpoint touchpoint = new Touchpoint(key,
                values.one(one.required("stage"), STAGES, JourneyStage.PRE_PURCHASE),
                values.one(one.required("channel"), Map.of("digital", true, "physical", false), true),
                words(one, "name", 40), team(key, one),
                named(one.text("owner").orElse(null), one, "owner", colleagues, "colleagues"), words(one, "goal", 150),
                words(one, "expectation", 150), values.share(one.required("accepted")), survey(key, one),
                types(one, "asked-on"), types(one, "withdrawn-by"), values.duration(one.required("delay")),
                one.text("one-in").map((text) -> values.count(text, 1, 1000)).orElse(1),
                one.text("colleagues").map(values::yes).orElse(false), asking.asking(one));
        one.nothingElse();
        if (touchpoint.askedOn().stream().anyMatch(touchpoint.withdrawnBy()::contains)) {
            problems.add(one.line("withdrawn-by"), one.what() + " is asked on an event that also withdraws it");
        }
        return touchpoint;
    }

    private String words(Section one, String name, int most) {
        return values.words(one.required(name), most, "“" + name + "” of " + one.what());
    }

    private String team(String key, Section one) {
        Text team = one.required("team");
        if (one.inherits("team") && !teams.contains(team.value())) {
            teamsMissing.computeIfAbsent(team.value(), (_) -> new LinkedHashSet<>()).add(key);
            return team.value();
        }
        named(team, one, "team", teams, "teams");
        return team.value();
    }

    private String survey(String key, Section one) {
        Text survey = one.text("survey").orElseGet(() -> new Text(key, one.line()));
        named(survey, one, "survey", surveys, "surveys");
        return survey.value();
    }

    private @Nullable String named(@Nullable Text text, Section one, String name, List<String> known, String where) {
        if (text == null || text.value().isEmpty()) {
            return null;
        }
        if (!known.contains(text.value())) {
            problems.unknown(text.line(), name + " “" + text.value() + "” of " + one.what() + " is not in " + where,
                    text.value(), known);
        }
        return text.value();
    }

    private List<String> types(Section one, String name) {
        List<String> types = new ArrayList<>();
        for (Text type : one.list(name)) {
            if (!type.value().matches("[a-z0-9_]{1,40}(\\.[a-z0-9_]{1,40}){1,4}")) {
                problems.add(type.line(), "“" + type.value() + "” in " + name + " of " + one.what()
                        + " is not an event type such as order.placed");
            }
            types.add(type.value());
        }
        return types;
    }

}
