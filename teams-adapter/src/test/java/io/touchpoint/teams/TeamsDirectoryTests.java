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
import org.junit.jupiter.api.Test;

class TeamsDirectoryTests {

    private final AdapterUnderTest adapter = AdapterUnderTest.anew();

    private final String team = adapter.place("team");

    private final Directory directory = adapter.get(TeamsDirectory.class);

    private final Person ada = adapter.person("Ada");

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
        adapter.team(team, adapter.person("Mara"), ada, guest);
        assertThat(here(directory.byEmail("w1", Company.TENANT, "ada@example.com")).colleague()).isTrue();
        assertThat(here(directory.person(adapter.address(guest)))).satisfies((person) -> {
            assertThat(person.colleague()).isFalse();
            assertThat(person.reachable()).isTrue();
        });
    }

    @Test
    void saysWhyNobodyCanBeReached() {
        adapter.team(team, adapter.person("Mara"));
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
        adapter.team(team, adapter.person("Mara"), ada);
        adapter.teams.faults().add(Fault.broken("*", 503).times(50));
        assertThat(directory.person(adapter.address(ada))).isInstanceOf(Found.NotNow.class);
    }

    @Test
    void knowsAChannelThatPeopleOfOtherCompaniesRead() {
        Team northwind = adapter.team(team, ada);
        Person guest = adapter.person("Gus", Person.Trait.GUEST);
        assertThat(shared(team)).isFalse();
        adapter.teams.add(Place.channel(adapter.place("own"), "Own", northwind).sharing("shared"));
        assertThat(shared(adapter.place("own"))).isFalse();
        adapter.teams.changePlace(adapter.place("own"), (place) -> place.joined(guest.id()));
        assertThat(shared(adapter.place("own"))).isTrue();
        assertThat(directory.channel(adapter.channel(adapter.place("nowhere"))))
            .isEqualTo(new Found.Nowhere<>("not_installed"));
    }

    private boolean shared(String id) {
        Found<Directory.Channel> found = directory.channel(adapter.channel(id));
        assertThat(found).isInstanceOf(Found.Here.class);
        return found.found().orElseThrow().shared();
    }

    @Test
    void knowsAnArchivedTeamAndOneThatIsGone() {
        adapter.team(team, ada);
        adapter.teams.events().changes().teamArchived(ada.id(), team);
        adapter.settle();
        assertThat(directory.channel(adapter.channel(team)).found().orElseThrow().archived()).isTrue();
        adapter.teams.events().changes().teamUnarchived(ada.id(), team);
        adapter.settle();
        assertThat(directory.channel(adapter.channel(team)).found().orElseThrow().archived()).isFalse();
        adapter.teams.events().changes().teamDeleted(ada.id(), team);
        adapter.settle();
        assertThat(directory.channel(adapter.channel(team))).isEqualTo(new Found.Nowhere<>("teamDeleted"));
    }

    @Test
    void keepsTheTeamOfAChannelWhateverElseTeamsSaysOfIt() {
        adapter.team(team, ada);
        assertThat(adapter.get(References.class).of(adapter.channel(team))).hasValueSatisfying((reference) -> {
            assertThat(reference.teamId()).isEqualTo(team);
            assertThat(reference.serviceUrl()).isEqualTo(adapter.teams.serviceUrl());
        });
    }

}
