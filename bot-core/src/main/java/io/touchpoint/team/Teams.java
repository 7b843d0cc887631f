package io.touchpoint.team;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.touchpoint.chat.Address;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Teams and colleagues of all workspaces. */
@Component
public class Teams {

    private final MongoOperations mongo;

    Teams(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** The team with this key. */
    public Optional<Team> team(String workspace, String key) {
        return Optional.ofNullable(mongo.findById(teamId(workspace, key), Team.class));
    }

    /** The team whose channel this is. */
    public Optional<Team> team(Address channel) {
        return teams(channel.workspace()).stream().filter((team) -> team.channels().contains(channel)).findFirst();
    }

    /** Every team, in the order of their keys. */
    public List<Team> teams(String workspace) {
        return mongo.find(all(workspace, "team"), Team.class).stream().sorted(Comparator.comparing(Team::key)).toList();
    }

    /** The colleague with this key. */
    public Optional<Colleague> colleague(String workspace, String key) {
        return Optional.ofNullable(mongo.findById(colleagueId(workspace, key), Colleague.class));
    }

    /** The colleague who is reached at this direct chat. */
    public Optional<Colleague> colleague(Address person) {
        return colleagues(person.workspace()).stream()
            .filter((colleague) -> colleague.addresses().contains(person))
            .findFirst();
    }

    /** Every colleague, in the order of their keys. */
    public List<Colleague> colleagues(String workspace) {
        return mongo.find(all(workspace, "colleague"), Colleague.class)
            .stream()
            .sorted(Comparator.comparing(Colleague::key))
            .toList();
    }

    /** Those whose manager this is, in the order of their keys. */
    public List<Colleague> reports(String workspace, String manager) {
        return colleagues(workspace).stream().filter((colleague) -> manager.equals(colleague.manager())).toList();
    }

    /** A channel got another id: the team that it belongs to follows it. */
    public void moved(Address channel, String newId) {
        team(channel).ifPresent((team) -> {
            List<Address> channels = team.channels()
                .stream()
                .map((one) -> one.equals(channel)
                        ? Address.channel(one.workspace(), one.platform(), one.tenant(), newId) : one)
                .toList();
            mongo.save(new Team(team.id(), team.workspace(), team.key(), team.name(), team.names(), channels,
                    team.zone(), team.workdays(), team.dayEnds(), team.digestDay(), team.digestTime()));
        });
    }

    /** Stores these teams and colleagues in the place of all that the workspace had. */
    public void replace(String workspace, List<Team> teams, List<Colleague> colleagues) {
        Set<String> kept = new HashSet<>();
        for (Team team : teams) {
            mongo.save(team);
            kept.add(team.id());
        }
        for (Colleague colleague : colleagues) {
            mongo.save(colleague);
            kept.add(colleague.id());
        }
        teams(workspace).stream().filter((team) -> !kept.contains(team.id())).forEach(mongo::remove);
        colleagues(workspace).stream().filter((colleague) -> !kept.contains(colleague.id())).forEach(mongo::remove);
    }

    /** The id of a team: {@code workspace|team|key}. */
    public static String teamId(String workspace, String key) {
        return workspace + "|team|" + key;
    }

    /** The id of a colleague: {@code workspace|colleague|key}. */
    public static String colleagueId(String workspace, String key) {
        return workspace + "|colleague|" + key;
    }

    private static Query all(String workspace, String kind) {
        return query(where("_id").gte(workspace + "|" + kind + "|").lt(workspace + "|" + kind + "}"));
    }

}
