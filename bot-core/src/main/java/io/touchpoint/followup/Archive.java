package io.touchpoint.followup;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.touchpoint.customer.Account;
import io.touchpoint.customer.Accounts;
import io.touchpoint.customer.Customer;
import io.touchpoint.customer.Customers;
import io.touchpoint.recovery.Cases;
import io.touchpoint.recovery.Spell;
import io.touchpoint.storage.Index;
import io.touchpoint.storage.Indexes;
import io.touchpoint.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Reads what happened in some time, a few hours at once, since a whole month may take the
 * database longer than it has for one answer.
 */
@Component
class Archive implements Indexes {

    private static final Duration AT_ONCE = Duration.ofHours(6);

    private static final int BATCH = 500;

    private static final String[] OF_LIFELINES = { "kind", "key", "passed.event", "passed.type", "passed.at",
            "passed.arrived", "passed.customer", "passed.occurrence", "passed.attributes" };

    private static final String[] OF_DECISIONS = { "customer", "zone", "askedAt", "earlier.at", "standing.at",
            "standing.event" };

    private static final String[] OF_OBSTACLES = { "customer", "standing.event", "standing.findings.gate",
            "standing.findings.result" };

    /** What chat, or the address, said of the customer. */
    private static final Criteria OBSTACLE = where("gate").in(Gate.REACHABILITY.name(), Gate.INTERNAL.name())
        .and("result")
        .ne(Finding.Result.PASSES.name());

    private final MongoOperations mongo;

    private final Customers customers;

    private final Accounts accounts;

    private final Cases cases;

    Archive(MongoOperations mongo, Customers customers, Accounts accounts, Cases cases) {
        this.mongo = mongo;
        this.customers = customers;
        this.accounts = accounts;
        this.cases = cases;
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.of("lifelines", "workspace", "passed.arrived"));
    }

    /** To how many subjects something has happened since. */
    int subjects(String workspace, Instant from) {
        return Math.toIntExact(
                mongo.count(query(where("workspace").is(workspace).and("passed.arrived").gte(from)), "lifelines"));
    }

    /** What happened from a time on until another, this included. */
    Past read(Workspace workspace, Instant from, Instant to) {
        Recollection events = new Recollection(from, to);
        inParts(from, to, (begin, end) -> mongo
            .find(projected(
                    where("workspace").is(workspace.id()).and("passed").elemMatch(where("arrived").gte(begin).lt(end)),
                    OF_LIFELINES), Document.class, "lifelines")
            .forEach((one) -> events.lifeline(one, begin, end)));
        Testimony decisions = new Testimony(from, to);
        inParts(from, to, (begin, end) -> {
            Criteria ruled = where("workspace").is(workspace.id()).and("standing.at").gte(begin).lt(end);
            mongo.find(projected(ruled, OF_DECISIONS), Document.class, "decisions").forEach(decisions::decision);
            mongo
                .find(projected(ruled.and("standing.findings").elemMatch(OBSTACLE), OF_OBSTACLES), Document.class,
                        "decisions")
                .forEach(decisions::obstacles);
        });
        Set<String> everybody = new HashSet<>(events.customers());
        everybody.addAll(decisions.customers());
        Map<String, Customer> people = people(workspace.id(), everybody);
        people.replaceAll((_, one) -> decisions.there(one));
        Map<String, Account> known = new HashMap<>();
        inBatches(names(people),
                (some) -> accounts.all(workspace.id(), some).forEach((one) -> known.put(one.name(), one)));
        Map<String, List<Spell>> spells = new HashMap<>();
        inBatches(people.keySet(), (some) -> cases.spells(some)
            .forEach((one) -> spells.computeIfAbsent(one.customer(), (_) -> new ArrayList<>()).add(one)));
        return new Past(workspace, from, to, events.arrivals(people.keySet()), events.before(), people, known, spells,
                decisions.remembered());
    }

    private static Query projected(Criteria which, String... fields) {
        Query query = query(which);
        query.fields().include(fields);
        return query;
    }

    private Map<String, Customer> people(String workspace, Collection<String> ids) {
        Map<String, Customer> people = new HashMap<>();
        Consumer<List<String>> read = (some) -> customers.all(some).forEach((one) -> people.put(one.id(), one));
        inBatches(ids, read);
        Set<String> colleagues = new HashSet<>();
        inBatches(names(people), (some) -> colleagues.addAll(customers.inAccounts(workspace, some)));
        colleagues.removeAll(people.keySet());
        inBatches(colleagues, read);
        return people;
    }

    /** The accounts of customers. */
    private static Collection<String> names(Map<String, Customer> people) {
        return people.values()
            .stream()
            .map(Customer::account)
            .filter(Objects::nonNull)
            .map(String::valueOf)
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void inParts(Instant from, Instant to, BiConsumer<Instant, Instant> read) {
        Instant end = to.plusMillis(1);
        for (Instant begin = from; begin.isBefore(end); begin = begin.plus(AT_ONCE)) {
            Instant next = begin.plus(AT_ONCE);
            read.accept(begin, next.isBefore(end) ? next : end);
        }
    }

    private static void inBatches(Collection<String> names, Consumer<List<String>> read) {
        List<String> all = List.copyOf(names);
        for (int from = 0; from < all.size(); from += BATCH) {
            read.accept(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
    }

}
