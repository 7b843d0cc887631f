package io.touchpoint.setup;

import io.touchpoint.followup.AskRules;
import io.touchpoint.followup.AskRules.ForAccount;
import io.touchpoint.followup.Change;
import io.touchpoint.journey.Asking;
import io.touchpoint.journey.JourneyMap;
import io.touchpoint.journey.Touchpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Rules that somebody says instead of writing them into the workspace file, in its words:
 * {@code clock 3 d}, {@code account 5 in 7 d}, {@code accounts Acme at-most 1},
 * {@code delivery one-in 2}, {@code delivery only-if amount at least 20 and plan pro};
 * several with a semicolon between.
 */
public final class SaidRule {

    private static final Pattern FOR_ALL = Pattern.compile("(clock|account) (.+)");

    private static final Pattern FOR_ONE = Pattern.compile("accounts (.+) (clock|at-most) ([^;]+?)");

    private static final Pattern AT_TOUCHPOINT = Pattern
        .compile("(clock-of|clock|one-in|delay|only-if-any|only-if) (.+)");

    private static final Pattern CONDITION = Pattern.compile("(\\S+) (?:is )?(.+)");

    private static final String NOTHING = "nothing";

    private static final Mark NOWHERE = new Mark("", 0, 0, 0, new int[0], 0);

    private final Problems problems = new Problems();

    private AskRules rules;

    private JourneyMap map;

    private SaidRule(AskRules rules, JourneyMap map) {
        this.rules = rules;
        this.map = map;
    }

    /** What was understood. */
    public sealed interface Reading {

        /** Rules as they might be. */
        record Read(Change change) implements Reading {
        }

        /** There is no such rule, or not with such a value; {@code why} says so. */
        record NotRead(String why) implements Reading {
        }

    }

    /** Reads what would be different from the rules as they stand. */
    public static Reading read(String words, AskRules rules, JourneyMap map) {
        SaidRule said = new SaidRule(rules, map);
        List<String> all = Stream.of(words.split(";", -1))
            .map((rule) -> rule.strip().replaceAll("\\s+", " "))
            .filter((rule) -> !rule.isEmpty())
            .toList();
        for (String one : all) {
            if (!said.understood(one)) {
                return new Reading.NotRead("I know no rule “%s”.".formatted(one));
            }
        }
        return said.problems.any() ? new Reading.NotRead(String.join(" ", said.problems.sentences()))
                : new Reading.Read(new Change(String.join("; ", all), said.rules, said.map));
    }

    private boolean understood(String rule) {
        Matcher one = FOR_ONE.matcher(rule);
        if (one.matches()) {
            rules = with(own(one.group(1), one.group(2), one.group(3)));
            return true;
        }
        Matcher all = FOR_ALL.matcher(rule);
        if (all.matches() && named(rule).isEmpty()) {
            AskRules read = new RulesReader(problems).rules(section(Map.of(all.group(1), text(all.group(2)))),
                    rules.workspace(), Set.of());
            rules = all.group(1).equals("clock") ? rules.clock(read.any()) : rules.budget(read.most(), read.within());
            return true;
        }
        return named(rule).filter((touchpoint) -> changed(touchpoint, rule)).isPresent();
    }

    private AskRules with(ForAccount changed) {
        List<ForAccount> accounts = new ArrayList<>(rules.accounts());
        accounts.removeIf((one) -> one.account().equals(changed.account()));
        accounts.add(changed);
        return rules.accounts(accounts);
    }

    private ForAccount own(String account, String name, String value) {
        ForAccount before = rules.accounts()
            .stream()
            .filter((one) -> one.account().equals(account))
            .findFirst()
            .orElseGet(() -> new ForAccount(account, null, null));
        ForAccount read = new RulesReader(problems)
            .rules(section(Map.of("accounts", mapping(Map.of(account, mapping(Map.of(name, text(value))))))),
                    rules.workspace(), Set.of())
            .accounts()
            .getFirst();
        return name.equals("clock") ? new ForAccount(account, read.any(), before.most())
                : new ForAccount(account, before.any(), read.most());
    }

    /** The touchpoint whose id or name a rule begins with, the longest such. */
    private Optional<Touchpoint> named(String rule) {
        return map.touchpoints()
            .stream()
            .filter((one) -> !behind(one, rule).isEmpty())
            .min(Comparator.comparingInt((one) -> behind(one, rule).length()));
    }

    private static String behind(Touchpoint touchpoint, String rule) {
        String lower = rule.toLowerCase(Locale.ROOT);
        return Stream.of(touchpoint.key(), touchpoint.name())
            .filter((name) -> lower.startsWith(name.toLowerCase(Locale.ROOT) + " "))
            .map((name) -> rule.substring(name.length() + 1))
            .min(Comparator.comparingInt(String::length))
            .orElse("");
    }

    private boolean changed(Touchpoint touchpoint, String rule) {
        Matcher matcher = AT_TOUCHPOINT.matcher(behind(touchpoint, rule));
        if (!matcher.matches()) {
            return false;
        }
        String name = matcher.group(1);
        String value = matcher.group(2);
        Asking asking = touchpoint.asking();
        Values values = new Values(problems);
        map = map.with(switch (name) {
            case "delay" -> touchpoint.asked(values.duration(new Section.Text(value, 0)), touchpoint.oneIn(), asking);
            case "one-in" ->
                touchpoint.asked(touchpoint.delay(), values.count(new Section.Text(value, 0), 1, 1000), asking);
            default -> touchpoint.asked(touchpoint.delay(), touchpoint.oneIn(), asking(asking, name, value));
        });
        return true;
    }

    private Asking asking(Asking before, String name, String value) {
        boolean conditions = name.startsWith("only-if");
        Node said = !conditions ? text(value)
                : mapping(value.equals(NOTHING) ? Map.of() : comparisons(value, name.equals("only-if")));
        Asking read = new AskingReader(problems).asking(section(Map.of(name, said)));
        return switch (name) {
            case "clock" -> new Asking(read.clock(), before.group(), before.all(), before.any(), before.place());
            case "clock-of" -> new Asking(before.clock(), read.group(), before.all(), before.any(), before.place());
            case "only-if" -> new Asking(before.clock(), before.group(), read.all(), before.any(), before.place());
            default -> new Asking(before.clock(), before.group(), before.all(), read.any(), before.place());
        };
    }

    private Map<String, Node> comparisons(String value, boolean all) {
        Map<String, Node> comparisons = new LinkedHashMap<>();
        for (String comparison : value.split(all ? " and " : ",? or (?=\\S+ (?:is|at|not|given|missing)\\b)", -1)) {
            Matcher matcher = CONDITION.matcher(comparison);
            if (matcher.matches()) {
                comparisons.put(matcher.group(1), text(matcher.group(2)));
            }
            else {
                problems.add(0, "“" + comparison + "” is not a condition such as amount at least 20");
            }
        }
        return comparisons;
    }

    private Section section(Map<String, Node> entries) {
        return Section.of("the rule", mapping(entries), problems);
    }

    private static MappingNode mapping(Map<String, Node> entries) {
        Function<Map.Entry<String, Node>, NodeTuple> tuple = (one) -> new NodeTuple(text(one.getKey()), one.getValue());
        return new MappingNode(Tag.MAP, true, entries.entrySet().stream().map(tuple).toList(), NOWHERE, NOWHERE,
                FlowStyle.BLOCK);
    }

    private static Node text(String value) {
        return new ScalarNode(Tag.STR, value, NOWHERE, NOWHERE, ScalarStyle.PLAIN);
    }

}
