package io.touchpoint.csv;

/**
 * Keeps spreadsheets from taking a cell for a formula.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
final class Formulas {

    private static final String BEGINNINGS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private static final String HARMLESS = "'";

    private Formulas() {
    }

    /** A cell that nothing takes for a formula. */
    static String harmless(String cell) {
        return begins(cell) ? HARMLESS + cell : cell;
    }

    /** The cell as it was before it was made harmless. */
    static String asItWas(String cell) {
        return (cell.startsWith(HARMLESS) && begins(cell.substring(1))) ? cell.substring(1) : cell;
    }

    private static boolean begins(String cell) {
        return !cell.isEmpty() && BEGINNINGS.indexOf(cell.charAt(0)) >= 0;
    }

}
