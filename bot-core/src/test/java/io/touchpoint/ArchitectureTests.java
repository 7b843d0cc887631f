package io.touchpoint;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Transactional;

/** The rules of the architecture that the borders between modules do not express. */
class ArchitectureTests {

    private static final Pattern DATABASE = Pattern.compile("org\\.springframework\\.data\\.mongodb|com\\.mongodb");

    /** What the recorded commands of the storage contract could miss. */
    private static final Set<String> NOT_PORTABLE = Set.of("collation", "withHint", "hint", "unique", "partial",
            "watch", "changeStream", "startSession", "withSession", "inTransaction", "createView", "createCollection",
            "near", "nearSphere", "geoNear", "diacriticSensitive", "mapReduce", "findDistinct", "withReadConcern");

    private static final JavaClasses CORE = new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("io.touchpoint");

    @Test
    void theCoreKnowsNoPlatform() {
        noClasses().should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.slack..", "com.microsoft..", "io.touchpoint.slack..", "io.touchpoint.teams..")
            .check(CORE);
    }

    @Test
    void timeIsAnArgument() {
        noClasses().should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .check(CORE);
        noClasses().that()
            .haveSimpleNameNotEndingWith("Controller")
            .and()
            .resideOutsideOfPackages("io.touchpoint.heartbeat..", "io.touchpoint.inbox..", "io.touchpoint.storage..",
                    "io.touchpoint.setup..", "io.touchpoint.csv..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .check(CORE);
    }

    @Test
    void theDatabaseIsAskedForNothingThatSomeServersLack() {
        noClasses().should()
            .callMethodWhere(DescribedPredicate.describe("only some servers know it",
                    (JavaMethodCall call) -> DATABASE.matcher(call.getTargetOwner().getPackageName()).lookingAt()
                            && NOT_PORTABLE.contains(call.getName())))
            .check(CORE);
    }

    @Test
    void nothingIsTransactedOrListenedFor() {
        noClasses().should()
            .dependOnClassesThat()
            .areAssignableTo(Transactional.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(EventListener.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.mongodb.client.ClientSession")
            .check(CORE);
    }

}
