package io.touchpoint.bot;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Span;
import io.touchpoint.conversation.Subject;
import io.touchpoint.customer.Customer;
import io.touchpoint.customer.Customers;
import io.touchpoint.followup.Decisions;
import io.touchpoint.followup.Why;
import io.touchpoint.team.Colleague;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Explains why a customer was asked, or was not: for owners, managers and admins, seen by
 * nobody else.
 */
@Component
class WhyCommand {

    private static final Pattern MENTION = Pattern.compile("<@([A-Za-z0-9:_-]+)(\\|[^>]*)?>");

    private static final Pattern EMAIL = Pattern.compile("(<mailto:)?([^\\s@<>|:]+@[^\\s@<>|]+)(\\|[^>]*>)?");

    private static final int MOST = 5;

    private static final String PASSED = "✓";

    private final Decisions decisions;

    private final Customers customers;

    private final Workspaces workspaces;

    private final Rights rights;

    WhyCommand(Decisions decisions, Customers customers, Workspaces workspaces, Rights rights) {
        this.decisions = decisions;
        this.customers = customers;
        this.workspaces = workspaces;
        this.rights = rights;
    }

    Message answer(Colleague colleague, Address person, String sought) {
        Workspace workspace = workspaces.get(colleague.workspace());
        if (!rights.mayAskWhy(colleague)) {
            return Message.text("Only owners of touchpoints, managers and admins can ask why.");
        }
        if (sought.isEmpty()) {
            return Message.text("Who or what? For example: /touchpoint why @Ada, /touchpoint why ada@example.com, "
                    + "/touchpoint why order:1042");
        }
        Matcher mention = MENTION.matcher(sought);
        if (mention.matches()) {
            Address address = Address.person(person.workspace(), person.platform(), person.tenant(), mention.group(1));
            return known(customers.byAddress(address), workspace, "I know no customer behind that mention.");
        }
        Matcher email = EMAIL.matcher(sought);
        if (email.matches()) {
            return known(customers.byEmail(workspace.id(), email.group(2)), workspace,
                    "I know no customer with that e-mail address.");
        }
        List<Customer> named = customers.named(workspace.id(), sought);
        return switch (named.size()) {
            case 0 -> told(workspace, sought,
                    "I know no customer and no order, ticket or visit called “%s”.".formatted(sought));
            case 1 -> told(workspace, named.getFirst().id(), "Nothing has happened yet that anybody would ask about.");
            default -> Message.text("%d customers are called “%s”. Name one by e-mail address or mention."
                .formatted(named.size(), sought));
        };
    }

    private Message known(Optional<Customer> customer, Workspace workspace, String otherwise) {
        return customer
            .map((found) -> told(workspace, found.id(), "Nothing has happened yet that anybody would ask about."))
            .orElseGet(() -> Message.text(otherwise));
    }

    private Message told(Workspace workspace, String sought, String otherwise) {
        List<Why> all = decisions.why(workspace.id(), sought, workspace.zone());
        if (all.isEmpty()) {
            return Message.text(otherwise);
        }
        List<Block> blocks = new ArrayList<>();
        for (Why why : all.subList(0, Math.min(MOST, all.size()))) {
            Subject subject = why.decision().subject();
            blocks.addAll(explained(why,
                    why.decision().aboutRelationship() ? "" : " (" + subject.kind() + " " + subject.key() + ")"));
        }
        if (all.size() > MOST) {
            blocks.add(Block.Note.of("and %d older ones".formatted(all.size() - MOST)));
        }
        all.stream()
            .map(Why::looser)
            .filter(Objects::nonNull)
            .findFirst()
            .ifPresent((looser) -> blocks
                .add(Block.Note.of("What would a looser rule change? /touchpoint rehearse " + looser)));
        return new Message(blocks);
    }

    /** A decision with its gates; what stands in the way comes first. */
    static List<Block> explained(Why why, String about) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Paragraph.of(new Span.Strong(why.decision().touchpoint().name()), new Span.Plain("%s: %s%s"
            .formatted(about, why.sentence(), (why.since() == null) ? "." : ". Since then: " + why.since() + "."))));
        Map<Boolean, List<String>> gates = why.gates()
            .stream()
            .collect(Collectors.partitioningBy((gate) -> gate.startsWith(PASSED)));
        List.of(false, true)
            .stream()
            .map((passed) -> gates.getOrDefault(passed, List.of()))
            .filter((those) -> !those.isEmpty())
            .forEach((those) -> blocks.add(Block.Note.of(String.join(" · ", those))));
        return blocks;
    }

}
