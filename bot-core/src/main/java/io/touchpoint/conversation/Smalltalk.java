package io.touchpoint.conversation;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Button;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Message;
import io.touchpoint.customer.Customer;
import io.touchpoint.customer.CustomerFacts;
import io.touchpoint.customer.Customers;
import io.touchpoint.outbox.Lane;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Saying;
import io.touchpoint.recovery.Cases;
import io.touchpoint.recovery.Complaint;
import io.touchpoint.team.Team;
import io.touchpoint.team.Teams;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Talks with customers who write while no question of ours has been put to them. */
@Service
public class Smalltalk {

    private final Customers customers;

    private final Workspaces workspaces;

    private final Teams teams;

    private final Cases cases;

    private final Outbox outbox;

    private final Wishes wishes;

    Smalltalk(Customers customers, Workspaces workspaces, Teams teams, Cases cases, Outbox outbox, Wishes wishes) {
        this.customers = customers;
        this.workspaces = workspaces;
        this.teams = teams;
        this.cases = cases;
        this.outbox = outbox;
        this.wishes = wishes;
    }

    /** A customer wrote. */
    public void heard(Customer customer, Inbound.Said said, Instant now) {
        Workspace workspace = workspaces.get(customer.workspace());
        Locale locale = language(customer, workspace);
        Texts texts = Texts.in(locale, workspace.locale());
        ZoneId zone = (customer.zone() == null) ? workspace.zone() : customer.zone();
        Reply reply = Understanding.understand(said.text(), new Expectation.Nothing(), locale, zone, now);
        Address to = said.actor().person();
        Message message = switch (reply) {
            case Reply.OptOut _ -> {
                customers.optOut(customer.id(), now);
                yield Message.of(Block.Paragraph.of(texts.of("stopped", "company", workspace.name())),
                        Block.Buttons.of(Button.of("undo", texts.of("undo"))));
            }
            case Reply.OptIn _ -> {
                customers.optIn(customer.id(), now);
                yield Message.text(texts.of("started", "company", workspace.name()));
            }
            case Reply.Human _ -> person(customer, workspace, to, said, locale, texts, now);
            case Reply.Rated _, Reply.Between _, Reply.OutOfScale _, Reply.Leaning _, Reply.Snooze _, Reply.Change _,
                    Reply.FreeText _, Reply.Leave _, Reply.Skip _, Reply.Help _, Reply.Why _, Reply.Yes _, Reply.No _,
                    Reply.Unsure _ ->
                cases.hear(customer.id(), said.text(), said.id(), now) ? Message.text(texts.of("told"))
                        : Message.text(texts.of("nothingOpen", "company", workspace.name()));
        };
        outbox.promise(List
            .of(Saying.of(Saying.key(talk(customer) + "|" + said.id(), 1), talk(customer), to, Lane.REPLY, message)),
                now);
    }

    /**
     * Somebody wrote whom no event has told us of: known from now on by the chat itself.
     */
    public Customer stranger(Inbound.Actor actor, Instant now) {
        Address person = actor.person();
        return customers.learn(person.workspace(), new CustomerFacts(person.platform() + "-" + person.id(),
                actor.name(), null, null, null, null, List.of(person)), now);
    }

    /** What somebody hears who wants to do what only colleagues may. */
    public Message forColleagues(Address person) {
        Workspace workspace = workspaces.get(person.workspace());
        Locale locale = customers.byAddress(person).map(Customer::language).orElse(workspace.locale());
        return Message.text(Texts.in(locale, workspace.locale()).of("forColleagues", "company", workspace.name()));
    }

    /** A button was pressed on something that was said here. */
    public Answer pressed(Inbound.Pressed pressed, Instant now) {
        Optional<Customer> customer = customers.byAddress(pressed.actor().person());
        if (customer.isEmpty()) {
            return new Answer.Nothing();
        }
        if (pressed.action().equals("undo")) {
            Workspace workspace = workspaces.get(customer.get().workspace());
            Locale locale = language(customer.get(), workspace);
            customers.optIn(customer.get().id(), now);
            return new Answer.Replaced(
                    Message.text(Texts.in(locale, workspace.locale()).of("started", "company", workspace.name())));
        }
        return wishes.pressed(customer.get(), pressed.action()).orElseGet(Answer.Nothing::new);
    }

    private Message person(Customer customer, Workspace workspace, Address to, Inbound.Said said, Locale locale,
            Texts texts, Instant now) {
        List<Team> all = teams.teams(workspace.id());
        if (all.isEmpty()) {
            return Message.text(texts.of("nothingOpen", "company", workspace.name()));
        }
        Team team = all.getFirst();
        cases.open(new Complaint(talk(customer), workspace.id(), customer.id(), to, locale, team.key(), "", "", null,
                null, List.of(said.text()), "", said.id()), now);
        return Message.text(texts.of("person", "team2", Texts.uncapitalised(texts.team(team)), "day",
                texts.weekday(cases.dueFor(workspace.id(), team.key(), now), team.zone())));
    }

    /** The language that a customer is spoken to in. */
    static Locale language(Customer customer, Workspace workspace) {
        Locale language = customer.language();
        return (language != null) ? language : workspace.locale();
    }

    /** What is said outside questions is about this. */
    static String talk(Customer customer) {
        return customer.workspace() + "|talk|" + customer.id().substring(customer.id().lastIndexOf('|') + 1);
    }

}
