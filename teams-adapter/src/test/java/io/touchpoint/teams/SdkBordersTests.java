package io.touchpoint.teams;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The SDK stays in this adapter, and nothing of Slack comes here. */
class SdkBordersTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("io.touchpoint");

    @Test
    void theSdkStaysInTheAdapter() {
        noClasses().that()
            .resideOutsideOfPackage("io.touchpoint.teams..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.microsoft..", "com.fasterxml.jackson.databind..")
            .check(CLASSES);
    }

    @Test
    void nothingOfSlackComesHere() {
        noClasses().should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.slack..", "io.touchpoint.slack..")
            .check(CLASSES);
    }

    @Test
    void theSdksOwnHandlersAndLookUpsAreNotUsed() {
        noClasses().should()
            .dependOnClassesThat()
            .haveNameMatching("com\\.microsoft\\.bot\\.builder\\.teams\\..*|com\\.microsoft\\.bot\\.integration\\..*")
            .check(CLASSES);
    }

}
