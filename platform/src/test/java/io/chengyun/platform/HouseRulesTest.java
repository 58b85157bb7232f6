package io.chengyun.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The law of cutting, kept by the compiled classes: who may know whom. */
class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.chengyun");

    private static final String LEARNING = "io.chengyun.rules.learning";
    private static final String CONDITION = "io.chengyun.rules.condition";

    @Test
    void modulesKeepToTheirLabels() {
        ApplicationModules.of(Chengyun.class).verify();
    }

    @Test
    void kernelKnowsTheJdkOnly() {
        classes()
                .that()
                .resideInAPackage("io.chengyun.kernel..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "io.chengyun.kernel..")
                .check(HOUSE);
    }

    /** An auditor runs it with nothing beside it, so it may not even know the house's own words. */
    @Test
    void proofKnowsTheJdkOnly() {
        classes()
                .that()
                .resideInAPackage("io.chengyun.proof..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "com.sun.net.httpserver..", "org.jspecify..", "io.chengyun.proof..")
                .check(HOUSE);
    }

    @Test
    void rulesKnowTheKernelOnly() {
        classes()
                .that()
                .resideInAPackage("io.chengyun.rules..")
                .and()
                .resideOutsideOfPackages(CONDITION, LEARNING)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "io.chengyun.kernel..", "io.chengyun.rules..")
                .check(HOUSE);
    }

    /** The random cut forest is the one library in the rules, and stays in the package that learns. */
    @Test
    void learningRulesKnowTheForestToo() {
        classes()
                .that()
                .resideInAPackage(LEARNING)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "io.chengyun.kernel..",
                        "io.chengyun.rules..",
                        "com.amazon.randomcutforest..")
                .check(HOUSE);
    }

    @Test
    void onlyConditionsKnowTheirLanguage() {
        classes()
                .that()
                .resideInAPackage(CONDITION)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "io.chengyun.kernel..", CONDITION, "dev.cel..")
                .check(HOUSE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.chengyun.(**)").should().beFreeOfCycles().check(HOUSE);
    }
}
