package io.touchpoint.setup;

import io.touchpoint.customer.Holidays;
import io.touchpoint.followup.AskRules;
import io.touchpoint.followup.AskRules.ForAccount;
import io.touchpoint.setup.Section.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what holds for every question. */
final class RulesReader {

    private static final Pattern BUDGET = Pattern.compile("(\\d{1,3}) in (.+)");

    private final Problems problems;

    private final Values values;

    RulesReader(Problems problems) {
        this.problems = problems;
        this.values = new Values(problems);
    }

    AskRules rules(Section asking, String workspace) {
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
        asking.nothingElse();
        return new AskRules(workspace, any, most, within, hourly, holidays, accounts);
    }

    private String country(Text text) {
        if (!text.value().matches("[A-Z]{2}(-[A-Z0-9]{1,3})?") || !Holidays.known(text.value())) {
            problems.add(text.line(),
                    "“" + text.value() + "” is not a country with known holidays, such as DE or DE-BY");
        }
        return text.value();
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
