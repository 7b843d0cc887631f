package io.touchpoint.bot;

import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Field;
import io.touchpoint.chat.Form;
import io.touchpoint.chat.FormPart;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Span;
import io.touchpoint.customer.CustomerFacts;
import io.touchpoint.followup.BusinessEvent;
import io.touchpoint.followup.BusinessEvent.Attribute;
import io.touchpoint.followup.Why;
import io.touchpoint.intake.Preview;
import io.touchpoint.intake.Previews;
import io.touchpoint.intake.Previews.Source;
import io.touchpoint.workspace.Workspace;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Shows admins what a payload of a source would become: it is pasted into a form.
 */
@Component
class SourceCommand {

    /** What the key of the form begins with; the source's name follows. */
    static final String FORM = "source-";

    private static final String PAYLOAD = "payload";

    private static final String TOPIC = "topic";

    /** Platforms take so much in one field. */
    private static final int MOST = 3000;

    private static final int PIECES = 4;

    private final Previews previews;

    SourceCommand(Previews previews) {
        this.previews = previews;
    }

    /** The form for a source; the list of sources where none, or another, is named. */
    Answer open(Workspace workspace, String name) {
        return previews.source(workspace.id(), name)
            .<Answer>map((source) -> new Answer.Opened(form(source)))
            .orElseGet(() -> new Answer.Shown(list(workspace, name)));
    }

    private Message list(Workspace workspace, String name) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Paragraph
            .of(name.isEmpty() ? "Which source? I know these:" : "I know no source “%s”, but these:".formatted(name)));
        for (Source source : previews.sources(workspace.id())) {
            String closed = source.closed();
            blocks.add(Block.Paragraph.of(new Span.Strong(source.name()),
                    new Span.Plain((closed == null) ? "  open" : "  closed until %s is set".formatted(closed))));
        }
        blocks.add(Block.Note.of("See what a payload would become, for example: /touchpoint source shopify"));
        return new Message(blocks);
    }

    private static Form form(Source source) {
        List<FormPart> parts = new ArrayList<>();
        parts
            .add(Block.Paragraph.of("Paste what %s sends; what is longer than %d characters goes on in the next field. "
                .formatted(source.name(), MOST) + "Nothing is kept, and nobody is asked."));
        if (!source.topics().isEmpty()) {
            List<Field.Option> topics = source.topics()
                .stream()
                .map((topic) -> new Field.Option(topic, topic))
                .toList();
            parts.add(
                    new Field.Choice(TOPIC, "Topic", topics, List.of(source.topics().getFirst()), false, false, false));
        }
        for (int piece = 1; piece <= PIECES; piece++) {
            parts.add(new Field.Text(PAYLOAD + piece, (piece == 1) ? "Payload" : "More, if it is longer", null, true,
                    piece > 1, MOST));
        }
        return new Form(FORM + source.name(), "What would it become?", "Show", parts);
    }

    /** What was pasted, and what it would become. */
    Answer submitted(Workspace workspace, Inbound.Submitted submitted, Instant now) {
        String source = submitted.form().substring(FORM.length());
        String payload = IntStream.rangeClosed(1, PIECES)
            .mapToObj((piece) -> first(submitted.values(), PAYLOAD + piece).orElse(""))
            .collect(Collectors.joining());
        return switch (previews.of(workspace, source, first(submitted.values(), TOPIC).orElse(null), payload, now)) {
            case Preview.Unreadable(String field, String problem) ->
                new Answer.Wrong(Map.of(PAYLOAD + 1, "%s %s".formatted(field, problem)));
            case Preview.Nothing(String why) ->
                new Answer.Shown(Message.text("Nobody would be asked: %s.".formatted(why)));
            case Preview.Event(BusinessEvent event, List<Why> decisions) ->
                new Answer.Shown(told(workspace, event, decisions));
        };
    }

    private static Optional<String> first(Map<String, List<String>> values, String key) {
        return values.getOrDefault(key, List.of()).stream().findFirst();
    }

    private static Message told(Workspace workspace, BusinessEvent event, List<Why> decisions) {
        List<Block> blocks = new ArrayList<>();
        String occurrence = event.occurrence();
        String subject = "%s %s%s".formatted(event.kind(), event.subject(),
                (occurrence == null) ? "" : ", number " + occurrence);
        blocks.add(Block.Paragraph.of(new Span.Strong(event.type()), new Span.Plain("  %s, ".formatted(subject)),
                new Span.Moment(event.time(), Span.Moment.Style.DAY_AND_TIME, workspace.zone(), workspace.locale())));
        blocks.add(Block.Paragraph.of(new Span.Strong("Customer"), new Span.Plain("  " + customer(event))));
        if (!event.attributes().isEmpty()) {
            blocks.add(Block.Paragraph.of(new Span.Strong("Attributes"),
                    new Span.Plain("  " + event.attributes()
                        .stream()
                        .map((Attribute attribute) -> attribute.name() + " " + attribute.value())
                        .collect(Collectors.joining(", ")))));
        }
        blocks.add(Block.Paragraph
            .of(decisions.isEmpty() ? "No touchpoint asks about this." : "What would be decided if it came now:"));
        decisions.forEach((why) -> blocks.addAll(WhyCommand.explained(why, " (" + subject + ")")));
        blocks.add(Block.Note.of("Nothing was kept, and nobody is asked."));
        return new Message(blocks);
    }

    private static String customer(BusinessEvent event) {
        CustomerFacts facts = event.customer();
        return Stream
            .of(Optional.of(facts.key()), Optional.ofNullable(facts.name()), Optional.ofNullable(facts.email()),
                    Optional.ofNullable(facts.locale()).map(Locale::toLanguageTag),
                    Optional.ofNullable(facts.zone()).map(ZoneId::getId), Optional.ofNullable(facts.country()),
                    Optional.ofNullable(facts.account()))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    }

}
