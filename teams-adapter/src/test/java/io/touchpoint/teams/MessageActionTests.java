package io.touchpoint.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Directory;
import io.touchpoint.chat.Field;
import io.touchpoint.chat.Form;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Spot;
import io.touchpoint.teams.fake.Person;
import io.touchpoint.teams.fake.Place;
import io.touchpoint.teams.fake.Post;
import io.touchpoint.teams.fake.Pressed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MessageActionTests {

    private static final Form FORM = new Form("solved:x", "Mark as solved", "Mark as solved",
            List.of(new Field.Text("email", "Customer's e-mail address", null, false, false, 254)));

    private final AdapterUnderTest adapter = AdapterUnderTest.anew();

    private final String team = adapter.place("team");

    private final Person ada = adapter.person("Ada");

    private final Person jon = adapter.person("Jon");

    private Inbound.Marked marked() {
        assertThat(adapter.received).isNotEmpty().last().isInstanceOf(Inbound.Marked.class);
        return (Inbound.Marked) adapter.received.getLast();
    }

    private Pressed chooses(Post post) {
        return adapter.teams.interactions().chooses(jon.id(), post.id(), MessageAction.MARK_SOLVED);
    }

    @Test
    void namesTheConversationAndShowsAFormAndWhatCameOfIt() {
        adapter.team(team, ada, jon);
        Post root = adapter.teams.events().says(ada.id(), team, "It is broken.", null).post();
        Post reply = adapter.teams.events().says(ada.id(), team, "Still.", root.activityId()).post();
        adapter.product((inbound) -> (inbound instanceof Inbound.Submitted)
                ? new Answer.Shown(Message.text("Ticket 7 is marked as solved.")) : new Answer.Opened(FORM));
        Pressed opened = chooses(reply);
        assertThat(marked().spot()).isEqualTo(new Spot(adapter.channel(team), root.activityId()));
        assertThat(marked().author()).isEqualTo(adapter.address(ada));
        assertThat(marked().written()).isEqualTo(reply.at());
        assertThat(marked().actor().person()).isEqualTo(adapter.address(jon));
        assertThat(marked().actor().colleague()).isTrue();
        Pressed sent = adapter.teams.interactions()
            .submit(jon.id(), opened.open().orElseThrow().id(), Map.of("email", List.of("ada@example.com")));
        assertThat(adapter.received.getLast()).isInstanceOfSatisfying(Inbound.Submitted.class, (submitted) -> {
            assertThat(submitted.form()).isEqualTo("solved:x");
            assertThat(submitted.values()).containsEntry("email", List.of("ada@example.com"));
        });
        assertThat(adapter.teams.read(sent.open().orElseThrow())).contains("Ticket 7 is marked as solved.");
        assertThat(adapter.teams.flaws()).isEmpty();
    }

    @Test
    void takesAChatThatTheBotIsNotInForNoneOfItsOwn() {
        adapter.team(team, ada, jon);
        adapter.teams
            .add(Place.group("19:two@thread.v2", "Two", adapter.teams.company().tenant(), Set.of(ada.id(), jon.id()))
                .bot(false));
        Post post = adapter.teams.events().says(ada.id(), "19:two@thread.v2", "It is broken.", null).post();
        adapter.product((_) -> new Answer.Opened(FORM));
        assertThat(chooses(post).open()).isPresent();
        assertThat(marked().spot().message()).isEqualTo(post.activityId());
        assertThat(adapter.get(TeamsDirectory.class).channel(marked().spot().place()))
            .isInstanceOf(Directory.Found.Nowhere.class);
    }

    @Test
    void namesNobodyForWhatAnAppWrote() {
        adapter.teams.events().says(jon.id(), "hi");
        adapter.settle();
        adapter.get(TeamsMessenger.class).deliver(adapter.address(jon), null, Message.text("Hello"), "t");
        chooses(adapter.chat(jon).getLast());
        assertThat(marked().author()).isNull();
        assertThat(marked().spot().channel()).isFalse();
    }

    @Test
    void understandsNoOtherAction() {
        adapter.team(team, ada, jon);
        Post root = adapter.teams.events().says(ada.id(), team, "It is broken.", null).post();
        adapter.received.clear();
        assertThat(adapter.teams.interactions().chooses(jon.id(), root.id(), "other").open()).isEmpty();
        assertThat(adapter.received).isEmpty();
    }

}
