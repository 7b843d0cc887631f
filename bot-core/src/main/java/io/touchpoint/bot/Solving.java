package io.touchpoint.bot;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Directory;
import io.touchpoint.chat.Directory.Person;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Span;
import io.touchpoint.conversation.Smalltalk;
import io.touchpoint.customer.Customer;
import io.touchpoint.customer.Customers;
import io.touchpoint.followup.FollowUps;
import io.touchpoint.intake.ByHand;
import io.touchpoint.intake.ByHand.Outcome;
import io.touchpoint.intake.ByHand.Told;
import io.touchpoint.journey.JourneyMap;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.team.Colleague;
import io.touchpoint.team.Teams;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Lets colleagues mark a conversation as solved, where no help desk does. Whether the
 * customer is asked is not theirs to say.
 */
@Component
class Solving {

    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final String SOLVED = "ticket.solved";

    private static final String REOPENED = "ticket.reopened";

    /** Which field of the form a field of the event comes from. */
    private static final Map<String, String> FIELDS = Map.of("data.customer.email", SolvedForm.EMAIL, "data.subject.id",
            SolvedForm.TICKET, "data.subject.title", SolvedForm.TITLE);

    private final Teams teams;

    private final Customers customers;

    private final Smalltalk smalltalk;

    private final List<Directory> directories;

    private final FollowUps followUps;

    private final ByHand byHand;

    private final JourneyMaps maps;

    Solving(Teams teams, Customers customers, Smalltalk smalltalk, List<Directory> directories, FollowUps followUps,
            ByHand byHand, JourneyMaps maps) {
        this.teams = teams;
        this.customers = customers;
        this.smalltalk = smalltalk;
        this.directories = List.copyOf(directories);
        this.followUps = followUps;
        this.byHand = byHand;
        this.maps = maps;
    }

    /** Opens the form. */
    Answer marked(Inbound.Marked marked) {
        Address person = marked.actor().person();
        if (colleague(marked.actor()).isEmpty()) {
            return new Answer.Shown(smalltalk.forColleagues(person));
        }
        Address author = marked.author();
        Optional<String> customer = (author == null || author.equals(person)) ? Optional.empty() : customer(author);
        return new Answer.Opened(new SolvedForm(marked.spot(), marked.written(),
                (author != null && customer.isPresent()) ? author.id() : null)
            .form(customer.orElse(null)));
    }

    /** Takes in what is said on the form, and tells what was decided. */
    Answer submitted(Inbound.Submitted submitted, Instant now) {
        Address person = submitted.actor().person();
        Optional<Colleague> colleague = colleague(submitted.actor());
        Optional<SolvedForm> form = SolvedForm.of(submitted.form(), person);
        if (colleague.isEmpty()) {
            return new Answer.Shown(smalltalk.forColleagues(person));
        }
        return form.map((known) -> taken(known, submitted, colleague.get(), now)).orElseGet(Answer.Nothing::new);
    }

    private Optional<Colleague> colleague(Inbound.Actor actor) {
        return actor.colleague() ? teams.colleague(actor.person()) : Optional.empty();
    }

    /** The name of the customer at a direct chat; empty for one of the own people. */
    private Optional<String> customer(Address author) {
        Optional<Customer> known = customers.byAddress(author);
        if (known.isPresent()) {
            return Optional.of(known.map(Customer::name).orElse("who wrote this"));
        }
        return directories.stream()
            .filter((directory) -> directory.platform().equals(author.platform()))
            .findFirst()
            .flatMap((directory) -> directory.person(author).found())
            .filter((found) -> !found.colleague() && found.reachable())
            .map(Person::name);
    }

    private Answer taken(SolvedForm form, Inbound.Submitted submitted, Colleague colleague, Instant now) {
        String email = SolvedForm.value(submitted, SolvedForm.EMAIL);
        Address person = submitted.actor().person();
        Optional<String> customer = (email != null) ? Optional.of(keyOf(person.workspace(), email))
                : Optional.ofNullable(form.author()).map((author) -> keyOf(person, author, now));
        if (customer.isEmpty()) {
            return new Answer.Wrong(Map.of(SolvedForm.EMAIL, "Who is the customer?"));
        }
        String number = SolvedForm.value(submitted, SolvedForm.TICKET);
        Instant written = written(form, now);
        Instant solved = written.isBefore(now) ? now : written.plusMillis(1);
        Told told = new Told(person.workspace(), person.platform(), submitted.id(), SOLVED, solved, customer.get(),
                email, (number != null) ? number : form.number(), SolvedForm.value(submitted, SolvedForm.TITLE),
                colleague.key(), form.spot().channel() ? form.spot() : null);
        reopen(told, written, now);
        return answer(told, byHand.take(told, now));
    }

    /**
     * Nobody marks what is not yet written, but a platform's clock may be ahead of ours.
     */
    private static Instant written(SolvedForm form, Instant now) {
        return form.written().isBefore(now.plus(AHEAD)) ? form.written() : now;
    }

    /** Who goes on writing after a conversation was marked opens it again. */
    private void reopen(Told told, Instant written, Instant now) {
        followUps.latest(told.workspace(), "ticket", told.ticket())
            .filter((latest) -> latest.type().equals(SOLVED) && written.isAfter(latest.at()))
            .ifPresent((_) -> byHand
                .take(new Told(told.workspace(), told.source(), told.id() + ":reopened", REOPENED, written,
                        told.customer(), told.email(), told.ticket(), told.title(), told.colleague(), told.thread()),
                        now));
    }

    /** The company's own id of the customer; one of ours where it knows none. */
    private String keyOf(String workspace, String email) {
        return customers.byEmail(workspace, email)
            .map((known) -> key(workspace, known))
            .orElseGet(() -> "mail-" + Outbox.token(email.toLowerCase(Locale.ROOT)));
    }

    private String keyOf(Address person, String author, Instant now) {
        Address address = Address.person(person.workspace(), person.platform(), person.tenant(), author);
        Customer known = customers.byAddress(address)
            .orElseGet(() -> smalltalk.stranger(new Inbound.Actor(address, false, null), now));
        return key(person.workspace(), known);
    }

    private static String key(String workspace, Customer customer) {
        return customer.id().substring(Customers.id(workspace, "").length());
    }

    private Answer answer(Told told, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Decided(var all) -> new Answer.Shown(decided(told, all));
            case Outcome.Kept _ -> shown("It is kept and will be decided shortly. To see how, write "
                    + "“/touchpoint why ticket:%s”.".formatted(told.ticket()));
            case Outcome.Refused(String field, String problem) ->
                new Answer.Wrong(Map.of(FIELDS.getOrDefault(field, SolvedForm.TICKET), "This " + problem + "."));
        };
    }

    private Message decided(Told told, List<Outcome.Decided.One> all) {
        JourneyMap map = maps.current(told.workspace());
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Paragraph.of("Ticket %s is marked as solved.".formatted(told.ticket())));
        for (Outcome.Decided.One one : all) {
            String name = map.touchpoint(one.touchpoint()).map(Touchpoint::name).orElse(one.touchpoint());
            blocks.add(Block.Paragraph.of(new Span.Strong(name), new Span.Plain(": " + one.words() + ".")));
        }
        if (all.isEmpty()) {
            blocks.add(Block.Paragraph.of("No touchpoint asks about this."));
        }
        return new Message(blocks);
    }

    private static Answer shown(String sentence) {
        return new Answer.Shown(Message.text(sentence));
    }

}
