package io.touchpoint.intake;

/** Leaves the reading of a body that cannot be used, with the field and what is wrong. */
final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;

    private final String problem;

    Malformed(String field, String problem) {
        super(field + ": " + problem, null, false, false);
        this.field = field;
        this.problem = problem;
    }

    String field() {
        return field;
    }

    String problem() {
        return problem;
    }

}
