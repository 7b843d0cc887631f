package io.touchpoint.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Directory;
import io.touchpoint.chat.Directory.Found;
import io.touchpoint.teams.fake.Company;
import io.touchpoint.teams.fake.Fault;
import io.touchpoint.teams.fake.Person;
import io.touchpoint.teams.fake.Place;
import io.touchpoint.teams.fake.Team;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TeamsDirectoryTests {

    private static final String TEAM = "19:team@thread.tacv2";

    private final AdapterUnderTest adapter = new AdapterUnderTest();

    private final Directory directory = adapter.get(TeamsDirectory.class);

    private final Person ada = adapter.person("Ada");

    @AfterEach
    void close() {
        adapter.close();
    }

    private Directory.Person here(Found<Directory.Person> found) {
        assertThat(found).isInstanceOf(Found.Here.class);
        return found.found().orElseThrow();
    }

    @Test
    void knowsWhoWroteWithLanguageAndZone() {
        adapter.teams.events().says(ada.id(), "hi");
        adapter.settle();
        assertThat(here(directory.person(adapter.address(ada)))).satisfies((person) -> {
            assertThat(person.name()).isEqualTo("Ada");
            assertThat(person.colleague()).isTrue();
            assertThat(person.locale()).isEqualTo(Locale.GERMANY);
            assertThat(person.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        });
        assertThat(here(directory.byEmail("w1", Company.TENANT, "Ada@Example.com")).address())
            .isEqualTo(adapter.address(ada));
    }

    @Test
    void findsMembersOfTeamsPageByPage() {
        adapter.teams.company(adapter.teams.company().pageSize(1));
        Person guest = adapter.person("Gus", Person.Trait.GUEST);
        adapter.team(TEAM, adapter.person("Mara"), ada, guest);
        assertThat(here(directory.byEmail("w1", Company.TENANT, "ada@example.com")).colleague()).isTrue();
        assertThat(here(directory.person(adapter.address(guest)))).satisfies((person) -> {
            assertThat(person.colleague()).isFalse();
            assertThat(person.reachable()).isTrue();
        });
    }

    @Test
    void saysWhyNobodyCanBeReached() {
        adapter.team(TEAM, adapter.person("Mara"));
        assertThat(directory.person(adapter.address(ada))).isEqualTo(new Found.Nowhere<>("not_installed"));
        assertThat(directory.byEmail("w1", Company.TENANT, "ada@example.com"))
            .isEqualTo(new Found.Nowhere<>("not_installed"));
        adapter.teams.events().installs(ada.id());
        adapter.teams.events().uninstalls(ada.id());
        adapter.settle();
        assertThat(directory.person(adapter.address(ada))).isEqualTo(new Found.Nowhere<>("uninstalled"));
    }

    @Test
    void asksAgainLaterWhenTeamsGivesNoAnswer() {
        adapter.team(TEAM, adapter.person("Mara"), ada);
        adapter.teams.faults().add(Fault.broken("*", 503).times(50));
        assertThat(directory.person(adapter.address(ada))).isInstanceOf(Found.NotNow.class);
    }

    @Test
    void knowsAChannelThatPeopleOfOtherCompaniesRead() {
        Team team = adapter.team(TEAM, ada);
        Person guest = adapter.person("Gus", Person.Trait.GUEST);
        assertThat(shared(TEAM)).isFalse();
        adapter.teams.add(Place.channel("19:own@thread.tacv2", "Own", team).sharing("shared"));
        assertThat(shared("19:own@thread.tacv2")).isFalse();
        adapter.teams.changePlace("19:own@thread.tacv2", (place) -> place.joined(guest.id()));
        assertThat(shared("19:own@thread.tacv2")).isTrue();
        assertThat(directory.channel(adapter.channel("19:nowhere@thread.tacv2")))
            .isEqualTo(new Found.Nowhere<>("not_installed"));
    }

    private boolean shared(String id) {
        Found<Directory.Channel> found = directory.channel(adapter.channel(id));
        assertThat(found).isInstanceOf(Found.Here.class);
        return found.found().orElseThrow().shared();
    }

    @Test
    void knowsAnArchivedTeamAndOneThatIsGone() {
        adapter.team(TEAM, ada);
        adapter.teams.events().changes().teamArchived(ada.id(), TEAM);
        adapter.settle();
        assertThat(directory.channel(adapter.channel(TEAM)).found().orElseThrow().archived()).isTrue();
        adapter.teams.events().changes().teamUnarchived(ada.id(), TEAM);
        adapter.settle();
        assertThat(directory.channel(adapter.channel(TEAM)).found().orElseThrow().archived()).isFalse();
        adapter.teams.events().changes().teamDeleted(ada.id(), TEAM);
        adapter.settle();
        assertThat(directory.channel(adapter.channel(TEAM))).isEqualTo(new Found.Nowhere<>("teamDeleted"));
    }

    @Test
    void keepsTheTeamOfAChannelWhateverElseTeamsSaysOfIt() {
        adapter.team(TEAM, ada);
        assertThat(adapter.get(References.class).of(adapter.channel(TEAM))).hasValueSatisfying((reference) -> {
            assertThat(reference.teamId()).isEqualTo(TEAM);
            assertThat(reference.serviceUrl()).isEqualTo(adapter.teams.serviceUrl());
        });
    }

}
