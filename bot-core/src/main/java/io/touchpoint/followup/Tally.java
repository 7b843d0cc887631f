package io.touchpoint.followup;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * What came of the events of some time.
 *
 * @param people how many questions were put to each customer, by id
 * @param accounts how many to the people of each account, by name
 * @param heldBack how many were not put, by the gate that was first in the way
 * @param waiting how many were not due yet
 */
record Tally(Map<String, Integer> people, Map<String, Integer> accounts, Map<Gate, Integer> heldBack, int waiting) {

    static Tally empty() {
        return new Tally(new HashMap<>(), new HashMap<>(), new EnumMap<>(Gate.class), 0);
    }

    Tally waiting(int number) {
        return new Tally(people, accounts, heldBack, number);
    }

    int asked() {
        return people.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many customers were asked so often. */
    long askedTimes(int times) {
        return people.values().stream().filter((asked) -> asked == times).count();
    }

    /** How many customers were asked more often. */
    long askedMoreThan(int times) {
        return people.values().stream().filter((asked) -> asked > times).count();
    }

    int of(String customer) {
        return people.getOrDefault(customer, 0);
    }

    int ofAccount(String account) {
        return accounts.getOrDefault(account, 0);
    }

    int heldBackBy(Gate gate) {
        return heldBack.getOrDefault(gate, 0);
    }

}
