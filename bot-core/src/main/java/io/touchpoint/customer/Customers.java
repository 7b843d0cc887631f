package io.touchpoint.customer;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.touchpoint.chat.Address;
import io.touchpoint.customer.Customer.Invitation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * The customers of all workspaces. Every change is a compare-and-set of the whole
 * customer, repeated until it succeeds.
 */
@Component
public class Customers {

    private static final Duration REMEMBERED = Duration.ofDays(100);

    private final MongoOperations mongo;

    Customers(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** The id of a customer: {@code workspace|customer|key}. */
    public static String id(String workspace, String key) {
        return workspace + "|customer|" + key;
    }

    /**
     * Keeps what an event says of a customer, who becomes known by it.
     * @return the customer as known now
     */
    public Customer learn(String workspace, CustomerFacts facts, Instant now) {
        String id = id(workspace, facts.key());
        CustomerFacts lower = lower(facts);
        while (true) {
            Optional<Customer> known = byId(id);
            Customer before = known.orElseGet(() -> unknown(workspace, id));
            Customer after = before.learning(lower);
            if (known.isPresent() && after.equals(before)) {
                return before;
            }
            Optional<Customer> saved = save(after);
            if (saved.isPresent()) {
                return saved.get();
            }
        }
    }

    /** The customer as known if that were learned; nothing is kept. */
    public Customer imagined(String workspace, CustomerFacts facts) {
        String id = id(workspace, facts.key());
        return byId(id).orElseGet(() -> unknown(workspace, id)).learning(lower(facts));
    }

    private static Customer unknown(String workspace, String id) {
        return new Customer(id, null, workspace, null, null, null, null, null, List.of(), null, List.of(), null, null,
                null);
    }

    /** The customer with this id. */
    public Optional<Customer> byId(String id) {
        return Optional.ofNullable(mongo.findById(id, Customer.class));
    }

    /** The customers with these ids, in no order. */
    public List<Customer> all(Collection<String> ids) {
        return mongo.find(query(where("_id").in(ids)), Customer.class);
    }

    /** The ids of the customers of these accounts, in no order. */
    public List<String> inAccounts(String workspace, Collection<String> accounts) {
        Query query = query(where("workspace").is(workspace).and("account").in(accounts));
        query.fields().include("_id");
        return mongo.find(query, Document.class, "customers").stream().map((one) -> one.getString("_id")).toList();
    }

    /**
     * The customer who is reached at this direct chat; the first one in order where
     * several are.
     */
    public Optional<Customer> byAddress(Address address) {
        return first(mongo.find(query(where("workspace").is(address.workspace())
            .and("addresses")
            .elemMatch(where("platform").is(address.platform())
                .and("tenant")
                .is(address.tenant())
                .and("id")
                .is(address.id()))), Customer.class));
    }

    /**
     * The customer with this e-mail address; the first one in order where several have
     * it.
     */
    public Optional<Customer> byEmail(String workspace, String email) {
        return first(mongo.find(query(where("workspace").is(workspace).and("email").is(email.toLowerCase(Locale.ROOT))),
                Customer.class));
    }

    /**
     * The customers in whose name these whole words stand, whatever their case.
     */
    public List<Customer> named(String workspace, String name) {
        if (name.isBlank()) {
            return List.of();
        }
        Pattern words = Pattern.compile("(^|\\s)" + Pattern.quote(name.strip()) + "(\\s|$)", Pattern.CASE_INSENSITIVE);
        return mongo.find(query(where("workspace").is(workspace).and("name").regex(words))
            .with(Sort.by(Sort.Direction.ASC, "_id")), Customer.class);
    }

    /** The ids of the customers of an account, in order. */
    public List<String> ofAccount(String workspace, String account) {
        return mongo.find(query(where("workspace").is(workspace).and("account").is(account)), Customer.class)
            .stream()
            .map(Customer::id)
            .sorted()
            .toList();
    }

    /** No more questions, from the first time it was said. */
    public void optOut(String id, Instant now) {
        change(id, (customer) -> customer.optedOut() ? customer : customer.optedOutSince(now));
    }

    /** Questions are welcome again. */
    public void optIn(String id, Instant now) {
        change(id, (customer) -> customer.optedIn(now));
    }

    /** What the customer wishes from now on. */
    public void wish(String id, UnaryOperator<Preferences> wish) {
        change(id, (customer) -> customer.wishing(wish.apply(customer.wishes())));
    }

    /**
     * Another way to reach the customer, in the place of an earlier one of the same
     * installation.
     */
    public void addAddress(String id, Address address) {
        change(id, (customer) -> customer.addresses().contains(address) ? customer : customer.reachedAt(address));
    }

    /**
     * Takes the customer's turn for a question.
     * @param still whether the customer, as known at that very moment, may be asked
     * @return whether the question has the turn: also when it had it before
     */
    public boolean invite(String id, Invitation invitation, Predicate<Customer> still) {
        while (true) {
            Customer customer = get(id);
            if (customer.invitations().stream().anyMatch((one) -> one.prompt().equals(invitation.prompt()))) {
                return true;
            }
            if (!still.test(customer)) {
                return false;
            }
            List<Invitation> invitations = new ArrayList<>(customer.invitations());
            invitations.add(invitation);
            if (save(customer.invited(remembered(invitations, invitation.at()))).isPresent()) {
                return true;
            }
        }
    }

    /**
     * The last one about each touchpoint is remembered for as long as its clock may run,
     * and tells for ever where the customer knows us.
     */
    private static List<Invitation> remembered(List<Invitation> invitations, Instant now) {
        return invitations.stream()
            .filter((one) -> !one.counts().isBefore(now.minus(REMEMBERED))
                    || invitations.stream().noneMatch((other) -> replaces(other, one)))
            .toList();
    }

    private static boolean replaces(Invitation other, Invitation one) {
        return other.at().isAfter(one.at()) && other.touchpoint().equals(one.touchpoint())
                && Objects.equals(other.platform(), one.platform());
    }

    /** Gives the turn back: the question never reached the customer. */
    public void uninvite(String id, String prompt) {
        change(id, (customer) -> customer
            .invited(customer.invitations().stream().filter((one) -> !one.prompt().equals(prompt)).toList()));
    }

    /** The customer answered a question; the latest time stands. */
    public void answered(String id, String prompt, Instant at) {
        change(id, (customer) -> customer
            .invited(customer.invitations().stream().map((one) -> answered(one, prompt, at)).toList()));
    }

    private static Invitation answered(Invitation one, String prompt, Instant at) {
        boolean later = one.answeredAt() == null || one.answeredAt().isBefore(at);
        return (one.prompt().equals(prompt) && later)
                ? new Invitation(one.prompt(), one.touchpoint(), one.platform(), one.at(), at) : one;
    }

    private void change(String id, UnaryOperator<Customer> change) {
        while (true) {
            Customer before = get(id);
            Customer after = change.apply(before);
            if (after.equals(before) || save(after).isPresent()) {
                return;
            }
        }
    }

    private Optional<Customer> save(Customer customer) {
        try {
            return Optional.of(mongo.save(customer));
        }
        catch (OptimisticLockingFailureException | DuplicateKeyException ex) {
            return Optional.empty();
        }
    }

    private Customer get(String id) {
        return byId(id).orElseThrow(() -> new IllegalStateException("no customer " + id));
    }

    private static Optional<Customer> first(List<Customer> customers) {
        return customers.stream().min(Comparator.comparing(Customer::id));
    }

    private static CustomerFacts lower(CustomerFacts facts) {
        String email = facts.email();
        return (email == null) ? facts : new CustomerFacts(facts.key(), facts.name(), email.toLowerCase(Locale.ROOT),
                facts.locale(), facts.zone(), facts.country(), facts.account(), facts.addresses(), facts.consent());
    }

}
