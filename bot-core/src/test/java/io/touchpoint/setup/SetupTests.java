package io.touchpoint.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.touchpoint.followup.Rules;
import io.touchpoint.intake.Sources;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.mongo.MongoUnderTest;
import io.touchpoint.survey.Surveys;
import io.touchpoint.team.Teams;
import io.touchpoint.workspace.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ResourceLoader;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

class SetupTests {

    private static final String FILE = """
            workspace: {id: w1, name: Northwind, zone: Europe/Berlin, privacy: "https://n.example/p", tenants: {slack: T1}}
            teams:
              shop: {name: shop team}
              delivery: {name: delivery team}
              support: {name: support team}
            """;

    @TempDir
    Path folder;

    private final String database = MongoUnderTest.get().freshDatabase();

    @Test
    void handsEveryPartToItsModule() throws IOException {
        start(FILE);
        run().run((context) -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(Workspaces.class).get("w1").name()).isEqualTo("Northwind");
            assertThat(context.getBean(JourneyMaps.class).current("w1").touchpoints()).hasSize(18);
            assertThat(context.getBean(Surveys.class).get("w1", "delivery").words()).hasSize(2);
            assertThat(context.getBean(Teams.class).teams("w1")).hasSize(3);
        });
    }

    @Test
    void neverOverwritesWithAnUnchangedFile() throws IOException {
        start(FILE);
        run().run((context) -> context.getBean(Teams.class)
            .replace("w1", context.getBean(Teams.class).teams("w1").subList(0, 1), List.of()));
        run().run((context) -> assertThat(context.getBean(Teams.class).teams("w1")).hasSize(1));
    }

    @Test
    void makesANewEditionOfAChangedFile() throws IOException {
        start(FILE);
        start(FILE + "touchpoints: {delivery: {accepted: 33%}}\n");
        start(FILE + "# the same map\ntouchpoints: {delivery: {accepted: 33%}}\n");
        run().run((context) -> {
            JourneyMaps maps = context.getBean(JourneyMaps.class);
            assertThat(maps.current("w1").edition()).isEqualTo(2);
            assertThat(maps.current("w1").touchpoint("delivery")).map((one) -> one.accepted()).contains(0.33);
            assertThat(maps.edition("w1", 1).touchpoint("delivery")).map((one) -> one.accepted()).contains(0.2);
        });
    }

    @Test
    void stopsTheStartOnAnInvalidFile() throws IOException {
        Files.writeString(folder.resolve("workspace.yaml"), FILE + "colour: red\n");
        run().run((context) -> assertThat(context).getFailure()
            .rootCause()
            .hasMessageEndingWith("has 1 error:\n  line 6: “colour” is not known in the file"));
    }

    @Test
    void stopsTheStartWithoutAFile() {
        run().run((context) -> assertThat(context).getFailure().hasStackTraceContaining("there is no file"));
        assertThatIllegalStateException().isThrownBy(() -> new SetupSettings(" ").file())
            .withMessage("touchpoint.workspace-file is not set: name the YAML file that describes your company");
    }

    private void start(String file) throws IOException {
        Files.writeString(folder.resolve("workspace.yaml"), file);
        run().run((context) -> assertThat(context).hasNotFailed());
    }

    private ApplicationContextRunner run() {
        return new ApplicationContextRunner().withUserConfiguration(Parts.class)
            .withBean(MongoTemplate.class, () -> new MongoTemplate(new SimpleMongoClientDatabaseFactory(database)))
            .withPropertyValues("touchpoint.workspace-file=" + folder.resolve("workspace.yaml"));
    }

    /** It bears no stereotype, so that it is only there where it is asked for by name. */
    @EnableConfigurationProperties(SetupSettings.class)
    @ComponentScan({ "io.touchpoint.workspace", "io.touchpoint.journey", "io.touchpoint.survey", "io.touchpoint.team" })
    @Import({ Rules.class, Sources.class })
    static class Parts {

        @Bean
        Setup setup(SetupSettings settings, ResourceLoader resources, Workspaces workspaces, JourneyMaps maps,
                Surveys surveys, Teams teams, Rules rules, Sources sources) {
            return new Setup(new Company(settings, resources), workspaces, maps, surveys, teams, rules, sources);
        }

    }

}
