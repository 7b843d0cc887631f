package io.touchpoint.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Address;
import io.touchpoint.mongo.MongoUnderTest;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TeamsTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Teams teams = new Teams(MongoUnderTest.get().template());

    @Test
    void knowsWhoBelongsWhereAndReportsToWhom() {
        teams.replace("w1", List.of(team("w1", "delivery", "C1"), team("w1", "shop", "C2")),
                List.of(colleague("jon", "mara"), colleague("mara", null), colleague("lea", "mara")));
        teams.replace("w2", List.of(team("w2", "delivery", "C9")), List.of());
        assertThat(teams.team("w1", "delivery")).map(Team::key).contains("delivery");
        assertThat(teams.teams("w1")).extracting(Team::key).containsExactly("delivery", "shop");
        assertThat(teams.team(Address.channel("w1", "slack", "T1", "C2"))).map(Team::key).contains("shop");
        assertThat(teams.team(Address.channel("w1", "slack", "T1", "C9"))).isEmpty();
        assertThat(teams.colleague("w1", "jon")).map(Colleague::manager).contains("mara");
        assertThat(teams.colleague(Address.person("w1", "slack", "T1", "Ujon"))).map(Colleague::key).contains("jon");
        assertThat(teams.reports("w1", "mara")).extracting(Colleague::key).containsExactly("jon", "lea");
    }

    @Test
    void dropsThoseWhoAreNoLongerNamed() {
        teams.replace("w1", List.of(team("w1", "delivery", "C1"), team("w1", "shop", "C2")),
                List.of(colleague("jon", null), colleague("lea", null)));
        teams.replace("w2", List.of(team("w2", "shop", "C9")), List.of());
        teams.replace("w1", List.of(team("w1", "delivery", "C1")), List.of(colleague("lea", null)));
        assertThat(teams.teams("w1")).extracting(Team::key).containsExactly("delivery");
        assertThat(teams.colleagues("w1")).extracting(Colleague::key).containsExactly("lea");
        assertThat(teams.teams("w2")).hasSize(1);
    }

    @Test
    void followsAChannelThatGotAnotherId() {
        teams.replace("w1", List.of(team("w1", "delivery", "C1")), List.of());
        teams.moved(Address.channel("w1", "slack", "T1", "C1"), "C7");
        assertThat(teams.team(Address.channel("w1", "slack", "T1", "C7"))).map(Team::key).contains("delivery");
        assertThat(teams.team(Address.channel("w1", "slack", "T1", "C1"))).isEmpty();
    }

    private static Team team(String workspace, String key, String channel) {
        return new Team(Teams.teamId(workspace, key), workspace, key, key + " team", Map.of("de", "Das Team"),
                List.of(Address.channel(workspace, "slack", "T1", channel)), BERLIN,
                Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(17, 0), DayOfWeek.MONDAY, LocalTime.of(9, 0));
    }

    private static Colleague colleague(String key, @Nullable String manager) {
        return new Colleague(Teams.colleagueId("w1", key), "w1", key, key, null,
                List.of(Address.person("w1", "slack", "T1", "U" + key)), "delivery", manager, BERLIN,
                LocalTime.of(9, 0), LocalTime.of(17, 0));
    }

}
