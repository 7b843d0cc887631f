package io.touchpoint.csv;

/** One line of a file is not taken. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final String column;

    private final String problem;

    /**
     * @param column where it is wrong; empty when that is not one column
     * @param problem what is wrong there
     */
    Refusal(String column, String problem) {
        super(problem, null, false, false);
        this.column = column;
        this.problem = problem;
    }

    String column() {
        return column;
    }

    String problem() {
        return problem;
    }

}
