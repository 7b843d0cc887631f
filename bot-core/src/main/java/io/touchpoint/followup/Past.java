package io.touchpoint.followup;

import io.touchpoint.customer.Account;
import io.touchpoint.customer.Customer;
import io.touchpoint.followup.Lifeline.Passed;
import io.touchpoint.recovery.Spell;
import io.touchpoint.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that a rehearsal needs to know of some time.
 *
 * @param from when it began
 * @param to when it ended
 * @param arrivals the events that became known in it, in that order
 * @param before what had happened until then to subjects to which more happened
 * @param customers everybody to whom something happened, and the others of their
 * accounts, by id, as they are now
 * @param accounts of whom somebody was asked, by name, as they are now
 * @param cases when cases were open, by the customer's id
 */
record Past(Workspace workspace, Instant from, Instant to, List<Arrival> arrivals, Map<String, Lifeline> before,
        Map<String, Customer> customers, Map<String, Account> accounts, Map<String, List<Spell>> cases,
        Remembered remembered) {

    /**
     * An event becomes known.
     *
     * @param lifeline the id of what has happened to its subject
     * @param last whether nothing more happened to the subject in this time
     */
    record Arrival(String lifeline, String kind, String key, Passed passed, boolean last) {
    }

    /**
     * What the decisions of the time tell.
     *
     * @param asked how many questions were put
     * @param carried questions that were planned before it and put in it
     * @param unreachable events whose customers were not found in chat then
     * @param colleagues ids of customers who were found to be the company's own people
     */
    record Remembered(int asked, Set<String> carried, Set<String> unreachable, Set<String> colleagues) {
    }

}
