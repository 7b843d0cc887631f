package io.touchpoint.setup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A part of a file: names with values. What is wrong with it is noted and replaced by
 * something harmless, so that the reading goes on to the next error.
 */
final class Section {

    /** A value and the line that it stands on. */
    record Text(String value, int line) {
    }

    private record Entry(int line, Node node, boolean inherited) {

        int lineOf(Node part) {
            return inherited ? line : part.getStartMark().getLine() + 1;
        }

    }

    private final String what;

    private final int line;

    private final Map<String, Entry> entries;

    private final Problems problems;

    private final Set<String> asked = new HashSet<>();

    private Section(String what, int line, Map<String, Entry> entries, Problems problems) {
        this.what = what;
        this.line = line;
        this.entries = entries;
        this.problems = problems;
    }

    /** A section without anything in it. */
    static Section empty(String what, int line, Problems problems) {
        return new Section(what, line, Map.of(), problems);
    }

    /** A node as a section; something else than names with values is noted. */
    static Section of(String what, Node node, Problems problems) {
        return of(what, new Entry(node.getStartMark().getLine() + 1, node, false), problems);
    }

    private static Section of(String what, Entry from, Problems problems) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (from.node() instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                add(what, from, tuple, entries, problems);
            }
        }
        else if (!isNull(from.node())) {
            problems.add(from.lineOf(from.node()), what + " must be names with values");
        }
        return new Section(what, from.line(), entries, problems);
    }

    private static void add(String what, Entry from, NodeTuple tuple, Map<String, Entry> entries, Problems problems) {
        int line = from.lineOf(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            problems.add(line, "a name in " + what + " must be a simple word");
            return;
        }
        Entry earlier = entries.putIfAbsent(key.getValue(), new Entry(line, tuple.getValueNode(), from.inherited()));
        if (earlier != null) {
            problems.add(line,
                    "“" + key.getValue() + "” stands twice in " + what + "; first on line " + earlier.line());
        }
    }

    /**
     * What this section does not name is taken from the other; its errors are told of
     * {@code at}.
     */
    Section over(Section defaults, int at) {
        Map<String, Entry> both = new LinkedHashMap<>();
        defaults.entries.forEach((name, entry) -> both.put(name, new Entry(at, entry.node(), true)));
        both.putAll(entries);
        return new Section(what, entries.isEmpty() ? at : line, both, problems);
    }

    String what() {
        return what;
    }

    int line() {
        return line;
    }

    /** The line of a name, else of the section. */
    int line(String name) {
        Entry entry = entries.get(name);
        return (entry != null) ? entry.line() : line;
    }

    /** Whether the value of this name came from the defaults. */
    boolean inherits(String name) {
        Entry entry = entries.get(name);
        return entry != null && entry.inherited();
    }

    boolean has(String name) {
        asked.add(name);
        return entries.containsKey(name);
    }

    /** All names, in the order of the file. */
    List<String> names() {
        asked.addAll(entries.keySet());
        return List.copyOf(entries.keySet());
    }

    /** A single value, where there is one. */
    Optional<Text> text(String name) {
        asked.add(name);
        Entry entry = entries.get(name);
        if (entry == null || isNull(entry.node())) {
            return Optional.empty();
        }
        return scalar(name, entry, entry.node());
    }

    /** A single value; that it is missing is noted, and it is empty then. */
    Text required(String name) {
        Optional<Text> text = text(name);
        Entry entry = entries.get(name);
        if (text.isEmpty() && (entry == null || isNull(entry.node()))) {
            problems.add(line(name), what + " needs “" + name + "”");
        }
        return text.orElseGet(() -> new Text("", line(name)));
    }

    /** One value or a list of them; none when the name is missing. */
    List<Text> list(String name) {
        asked.add(name);
        Entry entry = entries.get(name);
        if (entry == null || isNull(entry.node())) {
            return List.of();
        }
        if (!(entry.node() instanceof SequenceNode sequence)) {
            return text(name).stream().toList();
        }
        List<Text> values = new ArrayList<>();
        for (Node node : sequence.getValue()) {
            scalar(name, entry, node).ifPresent(values::add);
        }
        return values;
    }

    /** The section under a name; empty when it is missing. */
    Section section(String name, String called) {
        asked.add(name);
        Entry entry = entries.get(name);
        return (entry != null) ? of(called, entry, problems) : empty(called, line, problems);
    }

    /** Notes every name that nobody asked for. */
    void nothingElse() {
        entries.forEach((name, entry) -> {
            if (!asked.contains(name)) {
                problems.unknown(entry.line(), "“" + name + "” is not known in " + what, name, asked);
            }
        });
    }

    private Optional<Text> scalar(String name, Entry entry, Node node) {
        int at = entry.lineOf(node);
        if (!(node instanceof ScalarNode scalar)) {
            problems.add(at, "“" + name + "” of " + what + " must be a single value");
            return Optional.empty();
        }
        String value = scalar.getValue().strip();
        if (value.isEmpty()) {
            problems.add(at, "“" + name + "” of " + what + " is empty");
            return Optional.empty();
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            problems.add(at, "“" + name + "” of " + what + " must stand on one line");
            return Optional.empty();
        }
        return Optional.of(new Text(value, at));
    }

    private static boolean isNull(Node node) {
        return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
    }

}
