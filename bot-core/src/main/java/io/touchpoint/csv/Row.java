package io.touchpoint.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file as it stands there.
 *
 * @param number where it begins, 1 for the first line of the file
 * @param cells what is between the delimiters; none when it cannot be told apart
 * @param broken why it cannot be told apart; null otherwise
 */
record Row(long number, List<String> cells, @Nullable String broken) {

    Row {
        cells = List.copyOf(cells);
    }

    boolean isEmpty() {
        return broken == null && cells.stream().allMatch(String::isEmpty);
    }

}
