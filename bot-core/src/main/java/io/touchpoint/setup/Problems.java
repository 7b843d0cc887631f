package io.touchpoint.setup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong in a file: all of it, each with its line. */
final class Problems {

    private record Problem(int line, String sentence) {
    }

    private final List<Problem> found = new ArrayList<>();

    void add(int line, String sentence) {
        Problem problem = new Problem(line, sentence);
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    /** Notes a name that is not one of those known, with the nearest of them. */
    void unknown(int line, String sentence, String name, Collection<String> known) {
        add(line, sentence + Spelling.nearest(name, known).map((near) -> "; did you mean “" + near + "”?").orElse(""));
    }

    boolean any() {
        return !found.isEmpty();
    }

    /** Each as a sentence of its own, without its line. */
    List<String> sentences() {
        return found.stream().map((problem) -> problem.sentence() + ".").toList();
    }

    /** One sentence a line, in the order of the file. */
    List<String> lines() {
        return found.stream()
            .sorted(Comparator.comparingInt(Problem::line))
            .map((problem) -> "line " + problem.line() + ": " + problem.sentence())
            .toList();
    }

    /**
     * Ends the reading when something is wrong.
     * @throws IllegalStateException with the whole list
     */
    void check(String file) {
        if (any()) {
            throw new UnusableFile("the workspace file " + file + " has "
                    + ((found.size() == 1) ? "1 error" : found.size() + " errors")
                    + lines().stream().collect(Collectors.joining("\n  ", ":\n  ", "")));
        }
    }

}
