package io.touchpoint.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.touchpoint.mongo.EmbeddedMongo;
import io.touchpoint.mongo.MongoUnderTest;
import io.touchpoint.mongo.Mongod;
import io.touchpoint.mongo.ReplicaSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Every storage operation of an application does the same on every kind of server. The
 * operations are found in the bytecode; tests of the modules are the scripts: they are
 * run on each server in turn, and must end alike everywhere.
 */
public abstract class StorageContract {

    private static final String UNKNOWN = "no mongod";

    private static final Map<String, String> TWO_CLASSES_AT_A_TIME = Map.of("junit.jupiter.execution.parallel.enabled",
            "true", "junit.jupiter.execution.parallel.mode.default", "same_thread",
            "junit.jupiter.execution.parallel.mode.classes.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "2");

    private final Operations operations;

    private final Map<String, SortedSet<String>> ran = new LinkedHashMap<>();

    private final Map<String, SortedMap<String, String>> outcomes = new LinkedHashMap<>();

    private final SortedSet<String> notPortable = new TreeSet<>();

    /**
     * @param root the package whose operations are looked for, with all below it
     */
    protected StorageContract(String root) {
        this.operations = new Operations(
                new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(root));
    }

    /**
     * The scripts: names of test classes, or of one of their methods behind a {@code #}.
     */
    protected abstract List<String> scripts();

    @Test
    void everyOperationDoesTheSameOnEveryServer() {
        try (EmbeddedMongo embedded = new EmbeddedMongo()) {
            run("embedded", embedded.uri(), false);
        }
        if (Mongod.program().isPresent()) {
            try (Mongod standalone = Mongod.start()) {
                run("standalone", standalone.uri(), true);
            }
            for (int nodes : new int[] { 1, 3 }) {
                try (ReplicaSet set = ReplicaSet.start(nodes)) {
                    run((nodes == 1) ? "one node" : nodes + " nodes", set.uri(), true);
                }
            }
        }
        else {
            assertThat(System.getProperty("mongo.require")).as("mongo.require, but there is no mongod")
                .isNotEqualTo("real");
        }
        print();
        outcomes.values().forEach((ends) -> assertThat(ends).isEqualTo(outcomes.values().iterator().next()));
        assertThat(outcomes.values().iterator().next()).isNotEmpty()
            .allSatisfy((script, end) -> assertThat(end).as(script).isEqualTo("SUCCESSFUL"));
        ran.forEach((server, those) -> assertThat(those).as("operations on " + server).isEqualTo(operations.all()));
        assertThat(notPortable).isEmpty();
    }

    private void run(String server, String uri, boolean real) {
        Recorder recorder = new Recorder(operations);
        SortedMap<String, String> ends = new ConcurrentSkipListMap<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
            .selectors(scripts().stream().map(StorageContract::selector).toList())
            .configurationParameters(TWO_CLASSES_AT_A_TIME)
            .build();
        MongoUnderTest
            .instead(uri, real, recorder,
                    () -> LauncherFactory.create(LauncherConfig.builder()
                        .enableLauncherSessionListenerAutoRegistration(false)
                        .enableTestExecutionListenerAutoRegistration(false)
                        .build()).execute(request, new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                if (test.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                                    ends.put(test.getUniqueId(), result.getStatus()
                                            + result.getThrowable().map((ex) -> " " + ex).orElse(""));
                                }
                            }
                        }));
        ran.put(server, recorder.ran());
        outcomes.put(server, ends);
        notPortable.addAll(recorder.notPortable());
    }

    private static DiscoverySelector selector(String script) {
        return script.contains("#") ? selectMethod(script) : selectClass(script);
    }

    private void print() {
        List<String> servers = List.of("embedded", "standalone", "one node", "3 nodes");
        StringBuilder table = new StringBuilder("Storage operations on each server\n%-60s".formatted(""));
        servers.forEach((server) -> table.append("%12s".formatted(server)));
        for (String operation : operations.all()) {
            table.append("\n%-60s".formatted(operation));
            servers.forEach((server) -> table.append("%12s".formatted(!ran.containsKey(server) ? UNKNOWN
                    : ran.getOrDefault(server, new TreeSet<>()).contains(operation) ? "same" : "")));
        }
        System.out.println(table);
    }

}
