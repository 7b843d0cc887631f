package io.touchpoint.csv;

import java.util.List;
import java.util.Optional;

/**
 * What the lines of a file tell of, and the columns that they may have.
 */
enum Kind {

    /** What happened to customers. */
    EVENTS("type", List.of(Column.required("type", "type"), Column.required("time", "time"),
            Column.required("customer", "data.customer.id"), Column.required("kind", "data.subject.kind"),
            Column.required("subject", "data.subject.id"), Column.optional("id", "id"),
            Column.optional("source", "source"), Column.optional("email", "data.customer.email"),
            Column.optional("name", "data.customer.name"), Column.optional("locale", "data.customer.locale"),
            Column.optional("zone", "data.customer.timeZone"), Column.optional("account", "data.customer.account"),
            Column.optional("occurrence", "data.subject.occurrence"), Column.optional("title", "data.subject.title"),
            Column.optional("owner", "data.subject.owner"), Column.optional("team", "data.subject.team"),
            Column.optional("manual", "data.manual"))),

    /** What customers have answered to another tool. */
    ANSWERS("scale",
            List.of(Column.required("touchpoint", "touchpoint"), Column.required("scale", "scale"),
                    Column.required("customer", "customer"), Column.required("answered", "time"),
                    Column.optional("value", "value"), Column.optional("comment", "comment"),
                    Column.optional("language", "language"), Column.optional("id", "id")));

    private final String sign;

    private final List<Column> columns;

    Kind(String sign, List<Column> columns) {
        this.sign = sign;
        this.columns = columns;
    }

    List<Column> columns() {
        return columns;
    }

    /** The kind of which a file is that has these columns. */
    static Optional<Kind> of(List<String> names) {
        return List.of(ANSWERS, EVENTS).stream().filter((kind) -> names.contains(kind.sign)).findFirst();
    }

    /**
     * A column.
     *
     * @param name as the first line of the file has it
     * @param path where it stands in what it becomes a part of, as JSON
     */
    record Column(String name, List<String> path, boolean required) {

        static Column required(String name, String path) {
            return new Column(name, List.of(path.split("\\.")), true);
        }

        static Column optional(String name, String path) {
            return new Column(name, List.of(path.split("\\.")), false);
        }

        /** Whether a problem with this part of the JSON is one with the column. */
        boolean is(String field) {
            return String.join(".", path).equals(field);
        }

    }

}
