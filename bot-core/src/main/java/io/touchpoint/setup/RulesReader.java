package io.touchpoint.setup;

import io.touchpoint.customer.Holidays;
import io.touchpoint.followup.AskRules;
import io.touchpoint.followup.AskRules.ForAccount;
import io.touchpoint.followup.AskRules.Relationship;
import io.touchpoint.setup.Section.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what holds for every question. */
final class RulesReader {

    private static final Pattern BUDGET = Pattern.compile("(\\d{1,3}) in (.+)");

    private static final Pattern TIMES = Pattern.compile("(\\d{1,3}) dealings?");

    private static final int DEALINGS = 3;

    private static final Duration LEAST = Duration.ofDays(90);

    private static final Duration MOST = Duration.ofDays(365);

    private final Problems problems;

    private final Values values;

    RulesReader(Problems problems) {
        this.problems = problems;
        this.values = new Values(problems);
    }

    /**
     * Reads them.
     * @param owners the ids of the teams that own a touchpoint, and so get a digest
     */
    AskRules rules(Section asking, String workspace, Set<String> owners) {
        AskRules usual = AskRules.usual(workspace);
        Duration any = asking.text("clock").map(values::days).orElse(usual.any());
        Text budget = asking.text("account").orElse(null);
        Matcher matcher = BUDGET.matcher((budget != null) ? budget.value() : usual.most() + " in 7 d");
        boolean matches = matcher.matches();
        if (!matches && budget != null) {
            problems.add(budget.line(), "“" + budget.value() + "” is not a budget such as 3 in 7 d");
        }
        int most = matches ? Integer.parseInt(matcher.group(1)) : usual.most();
        Duration within = (matches && budget != null) ? values.days(new Text(matcher.group(2), budget.line()))
                : usual.within();
        List<ForAccount> accounts = accounts(asking.section("accounts", "accounts"));
        Integer hourly = asking.text("hourly").map((text) -> values.count(text, 1, 1_000_000)).orElse(null);
        String holidays = asking.text("holidays").map(this::country).orElse(null);
        Relationship relationship = asking.has("relationship")
                ? relationship(asking.section("relationship", "relationship"), owners) : null;
        Boolean consent = asking.text("consent")
            .map((text) -> values.one(text, Map.of("required", true, "not required", false), false))
            .orElse(null);
        asking.nothingElse();
        return new AskRules(workspace, any, most, within, hourly, holidays, accounts, relationship, consent);
    }

    private String country(Text text) {
        if (!text.value().matches("[A-Z]{2}(-[A-Z0-9]{1,3})?") || !Holidays.known(text.value())) {
            problems.add(text.line(),
                    "“" + text.value() + "” is not a country with known holidays, such as DE or DE-BY");
        }
        return text.value();
    }

    private Relationship relationship(Section one, Set<String> owners) {
        Text team = one.required("team");
        if (!team.value().isEmpty() && !owners.contains(team.value())) {
            problems.unknown(team.line(), "team “" + team.value() + "” of relationship owns no touchpoint",
                    team.value(), owners);
        }
        Duration every = one.text("every").map((text) -> values.days(text, LEAST, MOST)).orElse(LEAST);
        int after = one.text("after").map(this::dealings).orElse(DEALINGS);
        one.nothingElse();
        return new Relationship(team.value(), every, after);
    }

    private int dealings(Text text) {
        Matcher matcher = TIMES.matcher(text.value());
        if (!matcher.matches()) {
            problems.add(text.line(), "“" + text.value() + "” is not a number of dealings such as 3 dealings");
            return DEALINGS;
        }
        return values.count(new Text(matcher.group(1), text.line()), 1, 100);
    }

    private List<ForAccount> accounts(Section section) {
        List<ForAccount> accounts = new ArrayList<>();
        for (String name : section.names()) {
            Section one = section.section(name, "account “" + name + "”");
            @Nullable Duration any = one.text("clock").map(values::days).orElse(null);
            @Nullable Integer most = one.text("at-most").map((text) -> values.count(text, 0, 1000)).orElse(null);
            accounts.add(new ForAccount(name, any, most));
            one.nothingElse();
        }
        return accounts;
    }

}
