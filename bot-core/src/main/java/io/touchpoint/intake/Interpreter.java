package io.touchpoint.intake;

import io.touchpoint.customer.Customer;
import io.touchpoint.customer.Customers;
import io.touchpoint.intake.Happening.Person;
import io.touchpoint.intake.Happening.Thing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells what a delivery means: which of the workspace's customers it is about, and what
 * that thing is called here. It keeps nothing.
 */
@Component
class Interpreter {

    private final Customers customers;

    private final Aliases aliases;

    private final Intake intake;

    Interpreter(Customers customers, Aliases aliases, Intake intake) {
        this.customers = customers;
        this.aliases = aliases;
        this.intake = intake;
    }

    Meaning meaning(String workspace, Connector connector, @Nullable String topic, byte[] body, Instant now)
            throws Malformed {
        return switch (connector.read(topic, Payload.read(body))) {
            case Reading.Nothing(String why) -> new Meaning.Nothing(why);
            case Reading.Told(Happening happening) -> intake.known(workspace).contains(happening.type())
                    ? meaning(workspace, connector.name(), happening, now)
                    : new Meaning.Nothing("no touchpoint asks about " + happening.type());
        };
    }

    private Meaning meaning(String workspace, String source, Happening happening, Instant now) {
        Thing thing = happening.thing();
        String reference = thing.reference();
        String id = (reference != null) ? Aliases.id(workspace, source, reference) : null;
        Optional<Alias> alias = Optional.ofNullable(id).flatMap(aliases::find);
        String subject = alias.map(Alias::subject).orElse(thing.key());
        if (subject == null) {
            return new Meaning.Nothing("the %s that it is about is not known here".formatted(thing.kind()));
        }
        Optional<String> customer = customer(workspace, happening.person(), alias);
        if (customer.isEmpty()) {
            return new Meaning.Nothing("it names no customer");
        }
        return new Meaning.Event(happening.body(source, customer.get(), subject),
                (id != null && alias.isEmpty()) ? new Alias(id, subject, customer.get(), now) : null);
    }

    /**
     * The key of the customer. Who is known by an id stays so; otherwise one e-mail
     * address is one customer, whichever source tells of it, so that nobody is asked
     * twice for having two accounts.
     */
    private Optional<String> customer(String workspace, Person person, Optional<Alias> alias) {
        Optional<String> key = Optional.ofNullable(person.key());
        Optional<String> address = person.address();
        return key.filter((one) -> customers.byId(Customers.id(workspace, one)).isPresent())
            .or(() -> address.flatMap((one) -> customers.byEmail(workspace, one)).map((known) -> key(workspace, known)))
            .or(() -> key)
            .or(() -> alias.map(Alias::customer))
            .or(() -> address.map(Interpreter::digest));
    }

    private static String key(String workspace, Customer customer) {
        return customer.id().substring(Customers.id(workspace, "").length());
    }

    /** The key of somebody of whom nothing but the e-mail address is known. */
    private static String digest(String address) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8));
            return "mail:" + HexFormat.of().formatHex(digest, 0, 12);
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
