package io.touchpoint.intake;

/** Leaves the reading of a body that cannot be used, with the field and what is wrong. */
public final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;

    private final String problem;

    public Malformed(String field, String problem) {
        super(field + ": " + problem, null, false, false);
        this.field = field;
        this.problem = problem;
    }

    public String field() {
        return field;
    }

    public String problem() {
        return problem;
    }

}
