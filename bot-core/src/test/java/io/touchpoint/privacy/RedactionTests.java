package io.touchpoint.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jane (at) example (dot) com is my address      | [e-mail] is my address
            write to Jane.Doe+x@shop.example.co.uk.        | write to [e-mail].
            jane at example dot com                        | [e-mail]
            card 4111 1111 1111 1111                       | card [card]
            4111-1111-1111-1111 was charged                | [card] was charged
            GB82WEST12345698765432                         | [iban]
            IBAN DE89 3704 0044 0532 0130 00 please        | IBAN [iban] please
            +49 171 2345678                                | [phone]
            call me on (415) 555-2671 today                | call me on [phone] today
            ruf 030 901820 55 an                           | ruf [phone] an
            my number is 0171 2345678                      | my number is [phone]
            Bestellung Nr. 30092213 fehlt                  | Bestellung Nr. [ref] fehlt
            tracking 1Z999AA10123456784                    | tracking [ref]
            order 4711 is still missing                    | order [ref] is still missing
            ticket #10442 was closed                       | ticket #[ref] was closed
            Kundennummer: 88-1234                          | Kundennummer: [ref]
            RR123456785DE never came                       | [ref] never came
            Frau Schneider war nett                        | Frau [name] war nett
            Mr. O'Brien hung up                            | Mr. [name] hung up
            my name is Ada Lovelace and I wait             | my name is [name] and I wait
            agent Peter was rude                           | agent [name] was rude
            an Hauptstraße 12 verloren                     | an [address] verloren
            left at 12 Baker Street again                  | left at [address] again
            see https://example.com/o/1?x=2, please        | see [link], please
            example.com/orders/77 shows nothing            | [link] shows nothing
            <@U012ABC> promised it                         | [name] promised it
            <at>Jon</at> promised it                       | [name] promised it
            from 192.168.10.4 it fails                     | from [ip] it fails
            ssn 078-05-1120                                | ssn [id]
            """)
    void replacesWhatHasTheFormOfPersonalData(String words, String expected) {
        assertThat(Redaction.redact(words, List.of())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = { "I waited 45 minutes on 2026-11-20", "paid 1,299.00 on 12/11/2026",
            "rated 10/10 would buy 100 again", "the driver Was late", "Error 500 at 12:30:45 again",
            "amazon.com is cheaper", "2 of the 5 items were missing", "4111 1111 1111 1112 is not a card",
            "GB82WEST12345698765433", "½ the order, ３ times", "Agent hung up on me", "During 3 weeks nothing came",
            "the invoice of 20.11.2026 over 49,90 is wrong", "order of 2026-11-20 is late" })
    void leavesOtherWordsAsTheyAre(String words) {
        assertThat(Redaction.redact(words, List.of())).isEqualTo(words);
    }

    @Test
    void replacesTheMarkUpOfChats() {
        assertThat(Redaction.redact("<mailto:jane@example.com|jane@example.com> ok", List.of()))
            .isEqualTo("[e-mail] ok");
        assertThat(Redaction.redact("<https://example.com/a|our shop> is down", List.of())).isEqualTo("[link] is down");
        assertThat(Redaction.redact("see <#C012AB|help>", List.of())).isEqualTo("see [channel]");
    }

    @Test
    void takesKnownNamesOut() {
        List<String> names = List.of("Peter Novak", "山田太郎", "Mark Will");
        assertThat(Redaction.redact("Peter never called back", names)).isEqualTo("[name] never called back");
        assertThat(Redaction.redact("peter novak's promise, NOVAK again", names))
            .isEqualTo("[name]'s promise, [name] again");
        assertThat(Redaction.redact("will you mark it?", names)).isEqualTo("will you mark it?");
        assertThat(Redaction.redact("Peterson came", names)).isEqualTo("Peterson came");
        assertThat(Redaction.redact("担当は 山田太郎 でした", names)).isEqualTo("担当は [name] でした");
    }

    @Test
    void isNotDeceivedBySignsThatCannotBeSeen() {
        assertThat(Redaction.redact("4111\u200b1111\u200b1111\u200b1111", List.of())).isEqualTo("[card]");
        assertThat(Redaction.redact("４１１１ １１１１ １１１１ １１１１", List.of())).isEqualTo("[card]");
    }

    @Test
    void redactsTwiceAsOnce() {
        String once = Redaction.redact("Peter, +49 171 2345678, order 4711", List.of("Peter Name"));
        assertThat(Redaction.redact(once, List.of("Peter Name"))).isEqualTo(once);
    }

    @Test
    void changesNoOrdinaryComment() throws IOException {
        try (InputStream in = RedactionTests.class.getResourceAsStream("/replies/comments.tsv")) {
            assertThat(in).isNotNull();
            List<String> comments = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                .filter((line) -> !line.startsWith("#"))
                .map((line) -> line.split("\t", 3)[2])
                .toList();
            assertThat(comments).hasSize(231).allSatisfy((comment) -> {
                assertThat(Redaction.redact(comment, List.of())).isEqualTo(comment);
            });
        }
    }

    @Test
    void staysFastOnHostileWords() {
        for (String piece : List.of("a@", "1 ", "<", "www.", "a.", "A1", "(at)", "order ", "Str. ", "1:")) {
            String hostile = piece.repeat(4000 / piece.length());
            long start = System.nanoTime();
            Redaction.redact(hostile, List.of("Peter Novak"));
            assertThat(System.nanoTime() - start).as(piece).isLessThan(5_000_000_000L);
        }
    }

}
