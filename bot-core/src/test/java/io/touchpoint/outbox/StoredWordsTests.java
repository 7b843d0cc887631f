package io.touchpoint.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Budget;
import io.touchpoint.chat.Button;
import io.touchpoint.chat.FakeMessenger;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Messenger;
import io.touchpoint.chat.Span;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.mongo.MongoUnderTest;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Messages as they are kept. */
class StoredWordsTests {

    private static final Address ANNA = Address.person("w1", "chat", "T1", "anna");

    private static final Message EVERYTHING = Message.of(new Block.Heading("Customer touchpoints"),
            Block.Paragraph.of(new Span.Plain("By "), new Span.Strong("Wed"), new Span.Mention(ANNA, "Anna"),
                    new Span.Link("Privacy", "https://northwind.example/privacy"),
                    new Span.Moment(CoreUnderTest.START, Span.Moment.Style.DAY_AND_TIME, ZoneId.of("Europe/Berlin"),
                            Locale.GERMANY)),
            Block.Note.of("Small print"), new Block.Quote("Two days late", "online order, 19 Nov"),
            new Block.Quote("No source", null),
            Block.Buttons.of(Button.of("rate:1", "1 Very bad").spoken("Rate 1 of 5").primary(),
                    Button.form("close", "Close\u2026"), Button.link("Calendar link", "https://calendar.example")),
            new Block.Bars("Unhappy", "%", List.of("Delivery", "Returns"),
                    List.of(new Block.Series("This week", List.of(28.0, 45.0)))));

    private static final String RAW = """
            {_id: 'w1|a#0001', _class: 'entry', token: 't', state: 'WAITING', lane: 0, order: {$numberLong: '1'},
             place: 'w1|chat|T1|person:anna', open: 'w1|chat|T1|person:anna', fence: 0, attempts: 0,
             at: {$date: '2026-11-23T09:00:00Z'}, claimAt: {$date: '2026-11-23T09:00:00Z'},
             saying: {key: 'w1|a#0001', about: 'w1|a', lane: 'REPLY',
              to: {workspace: 'w1', platform: 'chat', tenant: 'T1', kind: 'PERSON', _id: 'anna'},
              message: {blocks: [
               {_class: 'heading', text: 'H'},
               {_class: 'paragraph', spans: [{_class: 'plain', text: 'P'}, {_class: 'strong', text: 'S'},
                {_class: 'mention', person: {workspace: 'w1', platform: 'chat', tenant: 'T1', kind: 'PERSON',
                 _id: 'ben'}, name: 'Ben'}, {_class: 'link', label: 'L', url: 'https://l.example'},
                {_class: 'moment', at: {$date: '2026-11-23T09:00:00Z'}, style: 'TIME', zone: 'Asia/Kathmandu',
                 locale: 'en'}]},
               {_class: 'note', spans: [{_class: 'plain', text: 'N'}]},
               {_class: 'quote', words: 'Q'},
               {_class: 'buttons', buttons: [{action: 'a', label: 'B', look: 'PLAIN', opensForm: false}]},
               {_class: 'bars', title: 'T', unit: '%', categories: ['C'], series: [{name: 'V', values: [1.0]}]}
              ]}}}""";

    private final FakeMessenger chat = new FakeMessenger("chat");

    @Test
    void areReadByAProcessThatHasNeverWrittenOne() {
        try (CoreUnderTest core = start()) {
            core.mongo().getCollection("outbox").insertOne(Document.parse(RAW));
            Said said = core.get(Outbox.class).byKey("w1|a#0001").orElseThrow();
            assertThat(said.saying().message().plainText()).isEqualTo("""
                    H
                    PS@BenL14:45 Asia/Kathmandu
                    N
                    “Q”
                    [B]
                    T
                    V: C 1%""");
        }
    }

    @Test
    void comeBackAsTheyWereUnderNamesThatOutliveTheirClasses() {
        try (CoreUnderTest core = start()) {
            Saying saying = Saying.of("w1|a#0001", "w1|a", ANNA, Lane.REPLY, EVERYTHING).inThreadOf("w1|a#0000");
            core.get(Outbox.class).promise(List.of(saying), CoreUnderTest.START);
            assertThat(core.get(Outbox.class).byKey("w1|a#0001").orElseThrow().saying()).isEqualTo(saying);
            String stored = String.valueOf(core.mongo().getCollection("outbox").find().first());
            assertThat(stored).contains("_class=entry", "_class=moment").doesNotContain("io.touchpoint");
        }
    }

    @Test
    void keepNoNamesOfClassesWhenTheyAreSettled() {
        try (CoreUnderTest core = start()) {
            Saying saying = Saying.of("w1|a#0001", "w1|a", ANNA, Lane.REPLY, EVERYTHING);
            core.get(Outbox.class).promise(List.of(saying), CoreUnderTest.START);
            core.get(Outbox.class).runDue(CoreUnderTest.START);
            for (String collection : List.of("outbox", "budgets")) {
                assertThat(String.valueOf(core.mongo().getCollection(collection).find().first()))
                    .doesNotContain("io.touchpoint");
            }
        }
    }

    private CoreUnderTest start() {
        chat.budgets((_) -> List.of(new Budget("w1|b", Duration.ofSeconds(1), 1)));
        return CoreUnderTest.with("outbox")
            .database(MongoUnderTest.get().freshDatabase())
            .bean(Messenger.class, chat)
            .start();
    }

}
