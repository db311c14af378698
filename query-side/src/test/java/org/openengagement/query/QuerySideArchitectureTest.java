package org.openengagement.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

/** Who may know whom on the query side. */
@AnalyzeClasses(packages = "org.openengagement.query", importOptions = ImportOption.DoNotIncludeTests.class)
class QuerySideArchitectureTest {

    @ArchTest
    static final ArchRule the_command_side_is_unknown_here = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.openengagement.command..", "org.openengagement.standalone..")
            .because("the two sides meet in the ledger's events only, so that either can be run and changed alone");

    @ArchTest
    static final ArchRule no_document_of_the_database_is_seen_here = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..")
            .because("the query side reads the ledger's entries, never how a database keeps them");

    @ArchTest
    static final ArchRule nothing_is_commanded_from_here = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.axonframework.commandhandling..")
            .because("a projection that sends commands would send them again on every replay");

    @ArchTest
    static final ArchRule graphql_annotations_stay_in_controllers = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Controller")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.graphql.data.method.annotation..")
            .because("what a question is called on the wire is a controller's business");

    @ArchTest
    static final ArchRule lucene_stays_in_search = noClasses()
            .that()
            .resideOutsideOfPackage("..query.search..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..")
            .because("the index can be replaced as long as one package knows it");

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
                    "org.openengagement.ledger.entry..",
                    "org.openengagement.ledger.events..")
            .because("a statistician must be able to read and recount them without a framework");

    @ArchTest
    static final ArchRule rooms_do_not_know_each_other_in_circles = slices().matching("org.openengagement.query.(*)..")
            .should()
            .beFreeOfCycles()
            .because("an event walks one way through the house");

    @ArchTest
    static final ArchRule nothing_is_null_unless_it_says_so = classes()
            .should()
            .resideInAPackage("org.openengagement.query..")
            .andShould(new com.tngtech.archunit.lang.ArchCondition<>("be in a @NullMarked package") {
                @Override
                public void check(
                        com.tngtech.archunit.core.domain.JavaClass type,
                        com.tngtech.archunit.lang.ConditionEvents events) {
                    if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                        events.add(com.tngtech.archunit.lang.SimpleConditionEvent.violated(
                                type, type.getName() + " is in a package that is not @NullMarked"));
                    }
                }
            })
            .because("a type says whether it can be absent");
}
