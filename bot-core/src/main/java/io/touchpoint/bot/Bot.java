package io.touchpoint.bot;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Receiver;
import io.touchpoint.checkin.CheckIns;
import io.touchpoint.conversation.Conversations;
import io.touchpoint.conversation.Smalltalk;
import io.touchpoint.conversation.Wishes;
import io.touchpoint.customer.Customer;
import io.touchpoint.customer.Customers;
import io.touchpoint.digest.Digests;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Said;
import io.touchpoint.recovery.Cases;
import io.touchpoint.team.Teams;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The one door in: leads what people do to the use case that it belongs to. */
@Service
public class Bot implements Receiver {

    private final Outbox outbox;

    private final Conversations conversations;

    private final Smalltalk smalltalk;

    private final Wishes wishes;

    private final Cases cases;

    private final Digests digests;

    private final CheckIns checkIns;

    private final Customers customers;

    private final Teams teams;

    private final Commands commands;

    private final Home home;

    private final Solving solving;

    Bot(Outbox outbox, Conversations conversations, Smalltalk smalltalk, Wishes wishes, Cases cases, Digests digests,
            CheckIns checkIns, Customers customers, Teams teams, Commands commands, Home home, Solving solving) {
        this.outbox = outbox;
        this.conversations = conversations;
        this.smalltalk = smalltalk;
        this.wishes = wishes;
        this.cases = cases;
        this.digests = digests;
        this.checkIns = checkIns;
        this.customers = customers;
        this.teams = teams;
        this.commands = commands;
        this.home = home;
        this.solving = solving;
    }

    @Override
    public Answer receive(Inbound inbound, Instant now) {
        return switch (inbound) {
            case Inbound.Said said -> said(said, now);
            case Inbound.Unsaid unsaid -> unsaid(unsaid, now);
            case Inbound.Pressed pressed -> pressed(pressed, now);
            case Inbound.Submitted submitted -> submitted(submitted, now);
            case Inbound.Changed changed -> changed(changed, now);
            case Inbound.Commanded commanded -> commands.run(commanded, now);
            case Inbound.Marked marked -> solving.marked(marked);
            case Inbound.HomeOpened opened -> new Answer.Home(home.of(opened.actor(), now));
            case Inbound.PlaceChanged changed -> {
                if (changed.newId() != null) {
                    teams.moved(changed.channel(), changed.newId());
                }
                yield new Answer.Nothing();
            }
        };
    }

    private Answer said(Inbound.Said said, Instant now) {
        Address person = said.actor().person();
        if (!said.in().equals(person)) {
            return (said.thread() == null) ? commands.run(asCommand(said), now) : new Answer.Nothing();
        }
        Optional<Customer> customer = customers.byAddress(person);
        boolean colleague = said.actor().colleague() && teams.colleague(person).isPresent();
        if (colleague && (customer.isEmpty() || commands.knows(said.text()))) {
            return commands.run(asCommand(said), now);
        }
        if (customer.isEmpty()) {
            smalltalk.heard(smalltalk.stranger(said.actor(), now), said, now);
        }
        else if (!wishes.heard(customer.get(), said, now) && !conversations.heard(customer.get(), said, now)) {
            smalltalk.heard(customer.get(), said, now);
        }
        return new Answer.Nothing();
    }

    private Answer unsaid(Inbound.Unsaid unsaid, Instant now) {
        customers.byAddress(unsaid.actor().person())
            .ifPresent((customer) -> conversations.unsaid(customer, unsaid, now));
        return new Answer.Nothing();
    }

    private static Inbound.Commanded asCommand(Inbound.Said said) {
        return new Inbound.Commanded(said.id(), said.at(), said.actor(), said.in(), said.text());
    }

    private Answer pressed(Inbound.Pressed pressed, Instant now) {
        Optional<Said> found = outbox.byToken(pressed.actor().person().workspace(), pressed.token())
            .filter((said) -> said.saying().to().equals(pressed.in()));
        if (found.isEmpty()) {
            return new Answer.Nothing();
        }
        Said said = found.get();
        return switch (About.of(said.saying().about())) {
            case CASE -> cases.pressed(said, pressed, now);
            case DIGEST -> digests.pressed(said, pressed, now);
            case CHECK_IN -> checkIns.pressed(said, pressed, now);
            case TALK -> smalltalk.pressed(pressed, now);
            case CONVERSATION -> conversations.pressed(said, pressed, now);
        };
    }

    private Answer submitted(Inbound.Submitted submitted, Instant now) {
        if (Commands.opened(submitted.form())) {
            return commands.submitted(submitted, now);
        }
        if (submitted.form().startsWith(SolvedForm.NAME)) {
            return solving.submitted(submitted, now);
        }
        Optional<Said> found = opener(submitted.actor(), submitted.form());
        if (found.isEmpty()) {
            return submitted.form().startsWith(CheckIns.FORM) ? checkIns.submitted(submitted, now)
                    : new Answer.Nothing();
        }
        Said said = found.get();
        return switch (About.of(said.saying().about())) {
            case CASE -> cases.submitted(said, submitted, now);
            case DIGEST -> digests.submitted(said, submitted, now);
            case CHECK_IN -> checkIns.submitted(submitted, now);
            case TALK, CONVERSATION -> new Answer.Nothing();
        };
    }

    private Answer changed(Inbound.Changed changed, Instant now) {
        Optional<Said> found = opener(changed.actor(), changed.form());
        if (found.isEmpty()) {
            return changed.form().startsWith(CheckIns.FORM) ? checkIns.changed(changed, now) : new Answer.Nothing();
        }
        Said said = found.get();
        return switch (About.of(said.saying().about())) {
            case DIGEST -> digests.changed(said, changed, now);
            case CHECK_IN -> checkIns.changed(changed, now);
            case CASE, TALK, CONVERSATION -> new Answer.Nothing();
        };
    }

    /** The message that a form was opened from: the form's key begins with its token. */
    private Optional<Said> opener(Inbound.Actor actor, String form) {
        int colon = form.indexOf(':');
        return (colon < 0) ? Optional.empty() : outbox.byToken(actor.person().workspace(), form.substring(0, colon));
    }

}
