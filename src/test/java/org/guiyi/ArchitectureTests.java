package org.guiyi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTests {

    /** The stations in the order of a record's way; what they share stands first. */
    private static final List<String> WAY = List.of(
            "identifier",
            "database",
            "protection",
            "audit",
            "tabular",
            "feed",
            "intake",
            "correction",
            "validation",
            "record",
            "matching",
            "steward",
            "person",
            "erasure",
            "reply",
            "pipeline",
            "schedule",
            "doctor",
            "watch",
            "cli");

    private static final String[] PURE = {
        "org.guiyi.identifier..",
        "org.guiyi.tabular..",
        "org.guiyi.feed..",
        "org.guiyi.correction..",
        "org.guiyi.validation..",
        "org.guiyi.matching..",
        "org.guiyi.generate.."
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.guiyi");

    @Test
    void modulesHaveNoCyclesAndNoHiddenDependencies() {
        ApplicationModules.of(GuiyiApplication.class).verify();
    }

    @Test
    void aStationKnowsNoneThatComesAfterIt() {
        for (int place = 0; place < WAY.size() - 1; place++) {
            List<String> later = new ArrayList<>();
            WAY.subList(place + 1, WAY.size()).forEach(station -> later.add("org.guiyi." + station + ".."));
            noClasses()
                    .that()
                    .resideInAPackage("org.guiyi." + WAY.get(place) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later.toArray(String[]::new))
                    .check(CLASSES);
        }
    }

    @Test
    void pureStationsKnowNeitherSpringNorSql() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "org.postgresql..")
                .check(CLASSES);
    }

    @Test
    void onlyThePipelineKnowsSpringBatch() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.guiyi.pipeline..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.batch..")
                .check(CLASSES);
    }

    @Test
    void onlyReadersAndWritersOfWorkbooksKnowPoi() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.guiyi.tabular..", "org.guiyi.feed..", "org.guiyi.reply..", "org.guiyi.generate..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.poi..")
                .check(CLASSES);
    }

    @Test
    void theMatchingEngineKnowsOnlyIdentifiers() {
        noClasses()
                .that()
                .resideInAPackage("org.guiyi.matching..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.guiyi.feed..", "org.guiyi.database..", "org.guiyi.record..", "org.guiyi.validation..")
                .check(CLASSES);
    }

    @Test
    void nobodyAsksForTheTimeWithoutAClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.guiyi.cli..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLineWritesToTheTerminal() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.guiyi.cli..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(PrintStream.class)
                .check(CLASSES);
    }
}
