package io.touchpoint.followup;

import io.touchpoint.customer.Account;
import io.touchpoint.customer.Account.Turn;
import io.touchpoint.customer.Customer;
import io.touchpoint.customer.Customer.Invitation;
import io.touchpoint.recovery.Spell;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The customers of a rehearsal, as they are at its time: what they were asked before it
 * began is as it was, what they are asked in it is up to the rehearsal.
 */
final class Crowd {

    private final Past past;

    private final AskRules rules;

    private final BiConsumer<Instant, Runnable> later;

    private final Tally tally;

    private final Map<String, Customer> customers = new HashMap<>();

    private final Map<String, Account> accounts = new HashMap<>();

    private final Map<String, List<Spell>> ofAccounts = new HashMap<>();

    private final Set<String> asked = new HashSet<>();

    /**
     * @param later lets something happen at a time
     * @param tally counts the questions
     */
    Crowd(Past past, AskRules rules, BiConsumer<Instant, Runnable> later, Tally tally) {
        this.past = past;
        this.rules = rules;
        this.later = later;
        this.tally = tally;
        past.customers().values().forEach(this::begin);
        past.accounts()
            .forEach((name, one) -> accounts.put(name,
                    one.with(one.turns().stream().filter((turn) -> turn.at().isBefore(past.from())).toList())));
    }

    private void begin(Customer one) {
        List<Invitation> earlier = new ArrayList<>();
        for (Invitation invitation : one.invitations()) {
            Instant answered = invitation.answeredAt();
            if (invitation.at().isBefore(past.from())) {
                if (answered == null || answered.isBefore(past.from())) {
                    earlier.add(invitation);
                }
                else {
                    earlier.add(unanswered(invitation));
                    later.accept(answered, () -> answer(one.id(), invitation.prompt(), answered));
                }
            }
            else if (past.remembered().carried().contains(invitation.prompt())) {
                later.accept(invitation.at(), () -> invite(unanswered(invitation), get(one.id())));
            }
        }
        Instant optedOut = one.optedOutAt();
        if (optedOut == null || optedOut.isBefore(past.from())) {
            customers.put(one.id(), one.invited(earlier));
        }
        else {
            customers.put(one.id(), one.optedOutSince(null).invited(earlier));
            later.accept(optedOut,
                    () -> customers.computeIfPresent(one.id(), (_, known) -> known.optedOutSince(optedOut)));
        }
        String account = one.account();
        List<Spell> spells = past.cases().getOrDefault(one.id(), List.of());
        if (account != null && !spells.isEmpty()) {
            ofAccounts.computeIfAbsent(account, (_) -> new ArrayList<>()).addAll(spells);
        }
    }

    /** The customer as of now. */
    Customer get(String id) {
        return Objects.requireNonNull(customers.get(id), id);
    }

    /** What holds beyond the customer; that asking was stopped for a while does not. */
    Around around(Customer customer, Instant now) {
        String account = customer.account();
        List<Spell> spells = (account == null) ? past.cases().getOrDefault(customer.id(), List.of())
                : ofAccounts.getOrDefault(account, List.of());
        Instant since = spells.stream()
            .filter((spell) -> spell.covers(now) && happened(spell))
            .map(Spell::openedAt)
            .max(Comparator.naturalOrder())
            .orElse(null);
        return new Around(rules, (account == null) ? null : account(account), since, null);
    }

    /** A case that comes of a question that is not put here is not opened here. */
    private boolean happened(Spell spell) {
        return asked.contains(spell.conversation()) || spell.openedAt().isBefore(past.from())
                || original(spell.customer(), spell.conversation())
                    .filter((invitation) -> !invitation.at().isBefore(past.from()))
                    .isEmpty();
    }

    private Account account(String name) {
        return accounts.computeIfAbsent(name, (_) -> new Account(past.workspace().id() + "|account|" + name, null,
                past.workspace().id(), name, List.of()));
    }

    /** Puts a question; it is answered as fast as it really was, if it was. */
    void invite(Invitation invitation, Customer customer) {
        String id = customer.id();
        String prompt = invitation.prompt();
        List<Invitation> invitations = new ArrayList<>(customer.invitations());
        invitations.add(invitation);
        customers.put(id, customer.invited(invitations));
        tally.people().merge(id, 1, Integer::sum);
        String account = customer.account();
        if (account != null) {
            List<Turn> turns = new ArrayList<>(account(account).turns());
            turns.removeIf((turn) -> turn.at().isBefore(invitation.at().minus(rules.within())));
            turns.add(new Turn(prompt, invitation.at()));
            accounts.put(account, account(account).with(turns));
            tally.accounts().merge(account, 1, Integer::sum);
        }
        asked.add(prompt);
        original(id, prompt).ifPresent((really) -> {
            Instant answered = really.answeredAt();
            if (answered != null) {
                Instant then = invitation.at().plus(Duration.between(really.at(), answered));
                later.accept(then, () -> answer(id, prompt, then));
            }
        });
    }

    private Optional<Invitation> original(String customer, String prompt) {
        return Optional.ofNullable(past.customers().get(customer))
            .stream()
            .flatMap((one) -> one.invitations().stream())
            .filter((one) -> one.prompt().equals(prompt))
            .findFirst();
    }

    private void answer(String id, String prompt, Instant at) {
        Customer customer = get(id);
        customers.put(id,
                customer.invited(customer.invitations()
                    .stream()
                    .map((one) -> one.prompt().equals(prompt)
                            ? new Invitation(prompt, one.touchpoint(), one.platform(), one.at(), at) : one)
                    .toList()));
    }

    private static Invitation unanswered(Invitation one) {
        return new Invitation(one.prompt(), one.touchpoint(), one.platform(), one.at(), null);
    }

}
