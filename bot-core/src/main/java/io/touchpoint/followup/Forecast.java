package io.touchpoint.followup;

import io.touchpoint.customer.Customer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * What a change would have made of some time.
 *
 * @param words what is different
 * @param events how many events came
 * @param asked how many questions were really put
 * @param before what came of the events by the rules as they stand
 * @param after what by the changed ones
 * @param people the customers who are asked most by the changed rules
 * @param accounts the accounts that are
 */
record Forecast(String words, int days, int events, int asked, Tally before, Tally after, List<Row> people,
        List<Row> accounts) {

    private static final int LISTED = 5;

    /** A customer or an account, and how often it is asked. */
    record Row(String name, int before, int after) {
    }

    static Forecast of(Change change, int days, Past past, Tally before, Tally after) {
        List<Row> people = rows(Stream.concat(before.people().keySet().stream(), after.people().keySet().stream()),
                before::of, after::of)
            .map((row) -> new Row(name(past, row.name()), row.before(), row.after()))
            .toList();
        List<Row> accounts = rows(
                Stream.concat(before.accounts().keySet().stream(), after.accounts().keySet().stream()),
                before::ofAccount, after::ofAccount)
            .toList();
        return new Forecast(change.words(), days, past.arrivals().size(), past.remembered().asked(), before, after,
                people, accounts);
    }

    private static Stream<Row> rows(Stream<String> names, ToIntFunction<String> before, ToIntFunction<String> after) {
        return names.distinct()
            .map((name) -> new Row(name, before.applyAsInt(name), after.applyAsInt(name)))
            .sorted(Comparator.comparingInt(Row::after).thenComparing(Row::before).reversed().thenComparing(Row::name))
            .limit(LISTED);
    }

    /** As colleagues know the customer: by name, else by the company's own id. */
    private static String name(Past past, String id) {
        return Optional.ofNullable(past.customers().get(id))
            .map(Customer::name)
            .orElseGet(() -> id.substring(id.lastIndexOf('|') + 1));
    }

}
