package io.touchpoint.setup;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;

/** Reads YAML as plain names and values: no types, no aliases, nothing huge or deep. */
final class YamlText {

    static final int MOST_BYTES = 512 * 1024;

    private static final int DEEPEST = 20;

    private YamlText() {
    }

    /**
     * The file's outermost section; empty when it cannot be read at all, which is noted.
     */
    static Section read(byte[] bytes, Problems problems) {
        return text(bytes, problems).flatMap((text) -> node(text, problems))
            .map((node) -> Section.of("the file", node, problems))
            .orElseGet(() -> Section.empty("the file", 1, problems));
    }

    private static Optional<String> text(byte[] bytes, Problems problems) {
        if (bytes.length > MOST_BYTES) {
            problems.add(1, "the file is larger than " + MOST_BYTES / 1024 + " KiB");
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        }
        catch (CharacterCodingException ex) {
            problems.add(1, "the file is not UTF-8");
            return Optional.empty();
        }
    }

    private static Optional<Node> node(String text, Problems problems) {
        try {
            if (!isPlain(text, problems)) {
                return Optional.empty();
            }
            Node node = yaml().compose(new StringReader(text));
            if (node == null) {
                problems.add(1, "the file is empty");
            }
            return Optional.ofNullable(node);
        }
        catch (MarkedYAMLException ex) {
            Mark mark = ex.getProblemMark();
            problems.add((mark != null) ? mark.getLine() + 1 : 1, "not readable as YAML: " + ex.getProblem());
        }
        catch (YAMLException ex) {
            problems.add(1, "not readable as YAML: " + ex.getMessage());
        }
        return Optional.empty();
    }

    /**
     * Looks before anything is built that an alias or a tower of brackets would make
     * huge.
     */
    private static boolean isPlain(String text, Problems problems) {
        int depth = 0;
        for (Event event : yaml().parse(new StringReader(text))) {
            int line = event.getStartMark().getLine() + 1;
            if (event instanceof AliasEvent alias) {
                problems.add(line, "aliases are not read: write out what *" + alias.getAnchor() + " stands for");
                return false;
            }
            depth += depth(event);
            if (depth > DEEPEST) {
                problems.add(line, "the file is nested more than " + DEEPEST + " levels deep");
                return false;
            }
        }
        return true;
    }

    private static int depth(Event event) {
        return switch (event) {
            case CollectionStartEvent _ -> 1;
            case CollectionEndEvent _ -> -1;
            default -> 0;
        };
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_BYTES);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        return new Yaml(options);
    }

}
