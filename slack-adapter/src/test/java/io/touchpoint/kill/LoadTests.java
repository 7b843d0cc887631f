package io.touchpoint.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.mongo.MongoUnderTest;
import io.touchpoint.mongo.Mongod;
import io.touchpoint.mongo.ReplicaSet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * The application killed, out of memory, held still and without its database in the
 * middle of its load. What is kept by an embedded database does not outlive anybody, so
 * this runs on a real one only.
 */
@EnabledIf("onARealDatabase")
class LoadTests {

    static boolean onARealDatabase() {
        return MongoUnderTest.get().real();
    }

    @Test
    void losesAndDoublesNothingWhenKilledOrOutOfMemoryInTheMiddleOfItsLoad(@TempDir Path folder) {
        String database = MongoUnderTest.get().freshDatabase();
        try (Town town = new Town(Kit.trained(), database, database, folder)) {
            town.born();
            Siege siege = new Siege(town, 11, 6);
            List<Siege.Round> rounds = Stream.of(siege.rest(), siege.kill(), siege.exhaust(), siege.rest()).toList();
            assertThat(rounds).flatExtracting(Siege.Round::wrong).isEmpty();
            assertThat(siege.ledger().acknowledged()).isGreaterThan(50);
        }
    }

    @Test
    void hasNoEffectTwiceWhenOneOfTwoIsHeldStillPastItsLease(@TempDir Path folder) {
        String database = MongoUnderTest.get().freshDatabase();
        try (Town town = new Town(Kit.trained(), database, database, folder)) {
            town.begin();
            town.born();
            town.lives().forEach(Life::root);
            Siege siege = new Siege(town, 5, 6);
            List<Siege.Round> rounds = Stream.of(siege.rest(), siege.pause(), siege.pause()).toList();
            assertThat(rounds).flatExtracting(Siege.Round::wrong).isEmpty();
            assertThat(siege.ledger().acknowledged()).isGreaterThan(35);
        }
    }

    @Test
    void losesNothingWhenThePrimaryIsKilledAndWhenTheDatabaseIsSilent(@TempDir Path folder) {
        try (ReplicaSet set = ReplicaSet.start(3)) {
            String uri = Outages.named(set.uri());
            try (Town town = new Town(Kit.trained(), uri, uri, folder)) {
                town.born();
                Ordeal ordeal = new Ordeal(town, 13, 6);
                assertThat(ordeal.rest()).isEmpty();
                Ordeal.Endured killed = ordeal.endure("primary killed", (_) -> {
                    Mongod first = set.primary();
                    first.kill();
                    set.primary();
                    first.restart();
                });
                assertThat(killed.wrong()).isEmpty();
                Ordeal.Endured silent = ordeal.endure("silent", (watch) -> {
                    set.members().forEach(Mongod::pause);
                    watch.await(false, Duration.ofSeconds(30));
                    set.members().forEach(Mongod::resume);
                });
                assertThat(silent.wrong()).isEmpty();
                assertThat(silent.unready()).isNotNull();
            }
        }
    }

}
