package io.touchpoint.csv;

import io.touchpoint.csv.Kind.Column;
import io.touchpoint.intake.Malformed;
import io.touchpoint.workspace.Tenant;
import io.touchpoint.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the first line of a file says of all others.
 *
 * @param names as they stand in the file
 * @param columns what they mean, in the same order; null for one that means nothing
 */
record Columns(Kind kind, List<String> names, List<@Nullable Column> columns) {

    /** A report of refused lines has them before its own. */
    static final List<String> OF_REPORT = List.of("line", "column", "problem");

    private static final String ATTRIBUTE = "attribute.";

    private static final int MOST = 200;

    /**
     * Reads the first line.
     * @throws Unusable when a column is unknown, missing, or there twice
     */
    static Columns of(Row header, Workspace workspace) throws Unusable {
        List<String> names = header.cells().stream().map((name) -> Formulas.asItWas(name.strip())).toList();
        List<String> lower = names.stream().map((name) -> name.toLowerCase(Locale.ROOT)).toList();
        Kind kind = Kind.of(lower)
            .orElseThrow(() -> new Unusable("The first line must name the columns. Of events at least: "
                    + required(Kind.EVENTS) + ". Of answers at least: " + required(Kind.ANSWERS) + "."));
        if (names.size() > MOST) {
            throw new Unusable("The first line names more than " + MOST + " columns.");
        }
        List<Column> known = known(kind, workspace);
        List<@Nullable Column> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(isOfReport(names.get(i)) ? null : column(kind, known, names.get(i)));
            if (!seen.add(lower.get(i))) {
                throw new Unusable("The first line names “" + names.get(i) + "” twice.");
            }
        }
        List<String> missing = kind.columns()
            .stream()
            .filter((column) -> column.required() && !lower.contains(column.name()))
            .map(Column::name)
            .toList();
        if (!missing.isEmpty()) {
            throw new Unusable("The first line does not name " + String.join(", ", missing) + ".");
        }
        return new Columns(kind, names, columns);
    }

    private static String required(Kind kind) {
        return kind.columns().stream().filter(Column::required).map(Column::name).collect(Collectors.joining(", "));
    }

    /**
     * Those of the kind, and of events a customer's id on each platform of the company.
     */
    private static List<Column> known(Kind kind, Workspace workspace) {
        Stream<Column> chat = (kind != Kind.EVENTS) ? Stream.of()
                : workspace.tenants()
                    .stream()
                    .map(Tenant::platform)
                    .distinct()
                    .map((platform) -> Column.optional(platform, "data.customer.chat." + platform));
        return Stream.concat(kind.columns().stream(), chat).toList();
    }

    private static Column column(Kind kind, List<Column> known, String name) throws Unusable {
        String lower = name.toLowerCase(Locale.ROOT);
        if (kind == Kind.EVENTS && lower.startsWith(ATTRIBUTE) && name.length() > ATTRIBUTE.length()
                && name.codePoints().noneMatch(Character::isISOControl)) {
            return new Column(name, List.of("data", "attributes", name.substring(ATTRIBUTE.length())), false);
        }
        Optional<Column> found = known.stream().filter((column) -> column.name().equals(lower)).findFirst();
        return found.orElseThrow(() -> new Unusable("The first line names “%s”, which is not known. Known are: %s%s."
            .formatted(name.replaceAll("\\p{Cntrl}", "?"),
                    known.stream().map(Column::name).collect(Collectors.joining(", ")),
                    (kind == Kind.EVENTS) ? ", and attribute.NAME for anything else that an event says" : "")));
    }

    static boolean isOfReport(String name) {
        return OF_REPORT.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The cells of a line that are not a report's own. */
    List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            if (i >= names.size() || !isOfReport(names.get(i))) {
                cells.add(Formulas.asItWas(row.cells().get(i)));
            }
        }
        return cells;
    }

    /**
     * What a line says, by column; what it leaves empty is not there.
     * @throws Refusal when it does not fit the first line
     */
    Map<Column, String> read(Row row) throws Refusal {
        if (row.broken() != null) {
            throw new Refusal("", row.broken());
        }
        Map<Column, String> given = new TreeMap<>((one, other) -> one.name().compareTo(other.name()));
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = row.cells().get(i);
            if (i >= columns.size()) {
                if (!cell.isBlank()) {
                    throw new Refusal("", "has more cells than the first line");
                }
                continue;
            }
            Column column = columns.get(i);
            if (cell.indexOf('\ufffd') >= 0) {
                throw new Refusal(names.get(i), "is not UTF-8");
            }
            if (column != null && !cell.isBlank()) {
                given.put(column, Formulas.asItWas(cell).strip());
            }
        }
        return given;
    }

    /** What is wrong with a line, told by its column. */
    Refusal refusal(Malformed malformed) {
        for (Column column : columns) {
            if (column != null && column.is(malformed.field())) {
                return new Refusal(column.name(), malformed.problem());
            }
        }
        return new Refusal("", malformed.field() + " " + malformed.problem());
    }

}
