package io.touchpoint.intake;

import io.touchpoint.intake.Happening.Person;
import io.touchpoint.intake.Happening.Thing;
import io.touchpoint.intake.Mapping.Pair;
import io.touchpoint.intake.Mapping.Signing;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source that the workspace describes. */
record MappedSource(Mapping mapping) implements Connector {

    @Override
    public String name() {
        return mapping.name();
    }

    @Override
    public boolean isGenuine(Delivery delivery, Keys keys, Instant now) {
        Signing signing = mapping.signing();
        if (signing == null) {
            return keys.signedByStandard(delivery, now);
        }
        String signature = delivery.header(signing.header());
        return signature != null && signature.startsWith(signing.prefix()) && keys.signed(Keys.SHA256,
                signing.encoding(), signature.substring(signing.prefix().length()), delivery.body());
    }

    @Override
    public Reading read(@Nullable String topic, Payload payload) throws Malformed {
        String said = value(payload, mapping.type());
        Optional<String> type = mapping.types().isEmpty() ? Optional.of(said)
                : mapping.types().stream().filter((pair) -> pair.name().equals(said)).map(Pair::value).findFirst();
        if (type.isEmpty()) {
            return new Reading.Nothing(
                    "what stands at %s is not among the types of %s".formatted(mapping.type(), mapping.name()));
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Pair pair : mapping.attributes()) {
            String value = Mapping.isPointer(pair.value()) ? String.join(", ", payload.all(pair.value()))
                    : pair.value();
            if (!value.isEmpty()) {
                attributes.put(pair.name(), value);
            }
        }
        return new Reading.Told(new Happening(value(payload, mapping.event()), type.get(), payload.time(mapping.time()),
                person(payload), thing(payload), attributes));
    }

    private Person person(Payload payload) throws Malformed {
        Mapping.Customer customer = mapping.customer();
        return new Person(value(payload, customer.key()), optional(payload, customer.email()),
                optional(payload, customer.name()), optional(payload, customer.locale()),
                optional(payload, customer.zone()), optional(payload, customer.country()),
                optional(payload, customer.account()));
    }

    private Thing thing(Payload payload) throws Malformed {
        Mapping.Subject subject = mapping.subject();
        return new Thing(value(payload, subject.kind()), value(payload, subject.key()),
                optional(payload, subject.occurrence()), null, optional(payload, subject.title()));
    }

    private static String value(Payload payload, String part) throws Malformed {
        return Mapping.isPointer(part) ? payload.required(part) : part;
    }

    private static @Nullable String optional(Payload payload, @Nullable String part) {
        return (part != null && Mapping.isPointer(part)) ? payload.text(part).orElse(null) : part;
    }

}
