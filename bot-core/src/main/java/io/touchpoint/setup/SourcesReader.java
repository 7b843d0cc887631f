package io.touchpoint.setup;

import io.touchpoint.intake.Mapping;
import io.touchpoint.intake.Mapping.Encoding;
import io.touchpoint.intake.Mapping.Pair;
import io.touchpoint.intake.Mapping.Signing;
import io.touchpoint.intake.Mappings;
import io.touchpoint.setup.Section.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how the webhooks of the company's own systems are understood. */
final class SourcesReader {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,40}");

    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,60}");

    private static final Pattern TYPE = Pattern.compile("[a-z0-9_]{1,40}(\\.[a-z0-9_]{1,40}){1,4}");

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9_-]{0,39}");

    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,39}");

    private final Problems problems;

    private final Values values;

    SourcesReader(Problems problems) {
        this.problems = problems;
        this.values = new Values(problems);
    }

    Mappings sources(Section section, String workspace) {
        List<Mapping> sources = new ArrayList<>();
        for (String name : section.names()) {
            if (!NAME.matcher(name).matches()) {
                problems.add(section.line(name), "the name “" + name
                        + "” of a source must be at most 40 lower-case letters and digits, as its secret is named after it");
            }
            sources.add(source(name, section.section(name, "source “" + name + "”")));
        }
        return new Mappings(workspace, sources);
    }

    private Mapping source(String name, Section one) {
        Signing signing = one.has("signature") ? signing(one.section("signature", "“signature” of " + one.what()))
                : null;
        Text type = one.required("type");
        List<Pair> types = types(one, type);
        Mapping mapping = new Mapping(name, signing, pointer(one, "id"), pointer(one, "time"), type.value(), types,
                customer(one), subject(one), attributes(one.section("attributes", "“attributes” of " + one.what())));
        one.nothingElse();
        return mapping;
    }

    private Signing signing(Section section) {
        Text header = section.required("header");
        if (!header.value().isEmpty() && !HEADER.matcher(header.value()).matches()) {
            problems.add(header.line(), "“" + header.value() + "” is not a header such as X-Signature");
        }
        Encoding encoding = values.one(section.required("encoding"),
                Map.of("hex", Encoding.HEX, "base64", Encoding.BASE64), Encoding.HEX);
        Signing signing = new Signing(header.value(), encoding, section.text("prefix").map(Text::value).orElse(""));
        section.nothingElse();
        return signing;
    }

    private List<Pair> types(Section one, Text type) {
        Section table = one.section("types", "“types” of " + one.what());
        boolean points = Mapping.isPointer(type.value());
        if (!type.value().isEmpty() && !points && !TYPE.matcher(type.value()).matches()) {
            problems.add(type.line(), "“" + type.value() + "” of " + one.what()
                    + " is neither an event type such as order.placed nor a JSON pointer such as /event");
        }
        List<Pair> types = new ArrayList<>();
        for (String said : table.names()) {
            Text meant = table.required(said);
            if (!meant.value().isEmpty() && !TYPE.matcher(meant.value()).matches()) {
                problems.add(meant.line(),
                        "“" + meant.value() + "” in " + table.what() + " is not an event type such as order.placed");
            }
            types.add(new Pair(said, meant.value()));
        }
        if (!types.isEmpty() && !points) {
            problems.add(type.line(), "“types” of " + one.what() + " needs a “type” that points at a value");
        }
        return types;
    }

    private Mapping.Customer customer(Section one) {
        Section customer = one.section("customer", "“customer” of " + one.what());
        Mapping.Customer read = new Mapping.Customer(pointer(customer, "id"), part(customer, "email"),
                part(customer, "name"), part(customer, "locale"), part(customer, "zone"), part(customer, "country"),
                part(customer, "account"));
        customer.nothingElse();
        return read;
    }

    private Mapping.Subject subject(Section one) {
        Section subject = one.section("subject", "“subject” of " + one.what());
        Text kind = subject.required("kind");
        if (!kind.value().isEmpty() && !Mapping.isPointer(kind.value()) && !KIND.matcher(kind.value()).matches()) {
            problems.add(kind.line(), "“kind” of " + subject.what()
                    + " must be lower-case letters, digits, - and _, or a JSON pointer such as /kind");
        }
        Mapping.Subject read = new Mapping.Subject(kind.value(), pointer(subject, "id"), part(subject, "occurrence"),
                part(subject, "title"));
        subject.nothingElse();
        return read;
    }

    private List<Pair> attributes(Section section) {
        List<Pair> attributes = new ArrayList<>();
        for (String name : section.names()) {
            if (!ATTRIBUTE.matcher(name).matches()) {
                problems.add(section.line(name), "“" + name + "” is not the name of an attribute");
            }
            Optional.ofNullable(part(section, name)).ifPresent((part) -> attributes.add(new Pair(name, part)));
        }
        return attributes;
    }

    /** Where a value stands that must be there. */
    private String pointer(Section section, String name) {
        Text text = section.required(name);
        if (!text.value().isEmpty() && !Mapping.isPointer(text.value())) {
            problems.add(text.line(),
                    "“" + name + "” of " + section.what() + " must be a JSON pointer such as /order/id");
        }
        return text.value();
    }

    /** Where a value stands, or the value itself. */
    private @Nullable String part(Section section, String name) {
        Text text = section.text(name).orElse(null);
        if (text == null) {
            return null;
        }
        if (text.value().startsWith("/") && !Mapping.isPointer(text.value())) {
            problems.add(text.line(), "“" + text.value() + "” of " + section.what() + " is not a JSON pointer");
        }
        return text.value();
    }

}
