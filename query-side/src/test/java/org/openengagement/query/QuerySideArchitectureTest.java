package org.openengagement.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What only the query side promises of itself; who may know whom is looked at over all modules, in house. */
@AnalyzeClasses(packages = "org.openengagement.query", importOptions = ImportOption.DoNotIncludeTests.class)
class QuerySideArchitectureTest {

    @ArchTest
    static final ArchRule lucene_stays_in_search = noClasses()
            .that()
            .resideOutsideOfPackage("..query.search..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..")
            .because("the index can be replaced as long as one package knows it");

    @ArchTest
    static final ArchRule standing_is_plain_code = classes()
            .that()
            .resideInAPackage("..query.standing..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.openengagement.query.standing..",
                    "org.openengagement.ledger.entry..",
                    "org.openengagement.ledger.events..")
            .because("how a referral stands is one rule for pages, lists and figures, and knows none of them");

    @ArchTest
    static final ArchRule figures_are_plain_code = classes()
            .that()
            .resideInAPackage("..query.figures..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.openengagement.query.figures..",
                    "org.openengagement.query.standing..",
                    "org.openengagement.ledger.events..")
            .because("a statistician must be able to read and recount them without a framework");
}
