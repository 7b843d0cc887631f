package io.touchpoint.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.touchpoint.chat.Address;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Button;
import io.touchpoint.chat.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CardsTests {

    private static final Seal SEAL = new Seal(new byte[32]);

    private static final Address ADA = Address.person("w1", "teams", "T", "ada");

    private static final Address CHANNEL = Address.channel("w1", "teams", "T", "19:c@thread.tacv2");

    private static ObjectNode card(Address to, Block... blocks) {
        return Cards.card(List.of(blocks), new Cards.Place(SEAL, to, "token", false));
    }

    private static JsonNode body(Block... blocks) {
        return card(ADA, blocks).path("body");
    }

    @Test
    void rendersNoMarkupOfAnybodyAnywhere() {
        String evil = "*b* _i_ [x](https://evil.example) <at>Jon</at> {{TIME(1)}} &lt;b&gt; `c`";
        String heading = body(new Block.Heading(evil)).at("/0/text").asText();
        assertThat(heading).doesNotContain("*", "_", "[", "<", "&", "`", "{{", "://");
        assertThat(body(Block.Paragraph.of(evil)).at("/0/type").asText()).isEqualTo("RichTextBlock");
        Address jon = Address.person("w1", "teams", "T", "jon-id");
        String mixed = body(Block.Paragraph.of(new Span.Plain(evil), new Span.Mention(jon, "Jon"))).at("/0/text")
            .asText();
        assertThat(mixed.replace("<at>Jon</at>", "")).doesNotContain("*", "_", "[", "<", "&", "`", "{{", "://");
    }

    @Test
    void mentionsPeopleOfTheTenantAsEntities() {
        Address jon = Address.person("w1", "teams", "T", "jon-id");
        ObjectNode card = card(CHANNEL, Block.Paragraph.of(new Span.Plain("Owner: "), new Span.Mention(jon, "Jon")));
        assertThat(card.at("/body/0")).isEqualTo(Json2.tree("""
                {"type":"TextBlock","text":"Owner: <at>Jon</at>","wrap":true}"""));
        assertThat(card.path("msteams")).isEqualTo(Json2.tree("""
                {"width":"Full","entities":[{"type":"mention","text":"<at>Jon</at>",
                 "mentioned":{"id":"jon-id","name":"Jon"}}]}"""));
        Address stranger = Address.person("w1", "slack", "T", "U1");
        assertThat(card(CHANNEL, Block.Paragraph.of(new Span.Mention(stranger, "Jon"))).at("/msteams/entities")
            .isMissingNode()).isTrue();
    }

    @Test
    void opensFormsAsDialogsAndAddressesInTheBrowser() {
        JsonNode actions = body(Block.Buttons.of(Button.form("plan", "Plan…").primary(),
                Button.link("Download", "https://a.example/x.ics"), Button.link("Bad", "http://a.example")))
            .at("/0/actions");
        assertThat(actions).isEqualTo(Json2.tree("""
                [{"type":"Action.Submit","title":"Plan\u2026","style":"positive",
                  "data":{"touchpoint":"%s","msteams":{"type":"task/fetch"}}},
                 {"type":"Action.OpenUrl","title":"Download","url":"https://a.example/x.ics"}]"""
            .formatted(SEAL.press(ADA, "token", "plan"))));
    }

    @Test
    void putsNoMoreButtonsInARowThanAPhoneShowsWhole() {
        assertThat(rows("1 Very bad", "2 Bad", "3 OK", "4 Good", "5 Very good")).containsExactly(3, 2);
        assertThat(rows("Not now", "Stop asking")).containsExactly(2);
        assertThat(rows("I'll take it", "Reply to customer\u2026", "Close\u2026")).containsExactly(1, 2);
        assertThat(rows("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10")).containsExactly(6, 5);
        assertThat(rows("A label that is as long as a whole row of a phone", "No")).containsExactly(1, 1);
    }

    private static List<Integer> rows(String... labels) {
        List<Integer> sizes = new ArrayList<>();
        body(new Block.Buttons(Stream.of(labels).map((label) -> Button.of("press", label)).toList()))
            .forEach((row) -> sizes.add(row.path("actions").size()));
        return sizes;
    }

    @Test
    void sealsAButtonForOnePlace() {
        String id = SEAL.press(ADA, "token", "rate:1");
        assertThat(SEAL.open(ADA, id)).contains(new Seal.Press("token", "rate:1"));
        assertThat(SEAL.press(ADA, "token", "rate:1")).isEqualTo(id);
        assertThat(id).doesNotContain("token", "rate");
        assertThat(SEAL.open(CHANNEL, id)).isEmpty();
        assertThat(List.of("", "x", "not base64!", id.substring(1), id + "A"))
            .allMatch((forged) -> SEAL.open(ADA, forged).isEmpty());
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(new Seal(other).open(ADA, id)).isEmpty();
    }

}
