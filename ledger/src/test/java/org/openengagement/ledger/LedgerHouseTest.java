package org.openengagement.ledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.openengagement.ledger.entry.EventTypes;
import org.openengagement.ledger.events.LedgerEvent;

/** What only the ledger promises of itself; who may know whom is looked at over all modules, in house. */
@AnalyzeClasses(packages = "org.openengagement.ledger", importOptions = ImportOption.DoNotIncludeTests.class)
class LedgerHouseTest {

    @ArchTest
    static final ArchRule EVENTS_KNOW_NOBODY = classes()
            .that()
            .resideInAPackage("org.openengagement.ledger.events..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "com.fasterxml.jackson.annotation..",
                    "org.jspecify.annotations..",
                    "org.openengagement.ledger.events..")
            .because("the published language is what both sides share for ever; it must not drag anything along");

    @ArchTest
    static final ArchRule ONLY_ONE_ROOM_KNOWS_AXON = noClasses()
            .that()
            .resideOutsideOfPackage("org.openengagement.ledger.axon..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.axonframework..")
            .because("the ledger must outlive the framework that its sides are written in");

    @ArchTest
    static final ArchRule THE_ENTRY_FORMAT_STANDS_ALONE = noClasses()
            .that()
            .resideInAPackage("org.openengagement.ledger.entry..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.openengagement.ledger.store..",
                    "org.openengagement.ledger.disclosure..",
                    "org.openengagement.ledger.axon..")
            .because("an auditor reads entries without a store");

    @ArchTest
    static final ArchRule THE_ROOMS_OF_THE_STORE_STAND_ON_EACH_OTHER = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.openengagement.ledger.store..")
            .layer("port")
            .definedBy("org.openengagement.ledger.store")
            .layer("waiting")
            .definedBy("org.openengagement.ledger.store.waiting")
            .layer("lease")
            .definedBy("org.openengagement.ledger.store.lease")
            .layer("appending")
            .definedBy("org.openengagement.ledger.store.appending")
            .layer("mongo")
            .definedBy("org.openengagement.ledger.store.mongo")
            .whereLayer("mongo")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("appending")
            .mayOnlyBeAccessedByLayers("mongo")
            .whereLayer("lease")
            .mayOnlyBeAccessedByLayers("appending", "mongo")
            .whereLayer("port")
            .mayOnlyBeAccessedByLayers("lease", "appending", "mongo")
            .because("what other modules call must not know how it is done");

    @ArchTest
    static final ArchRule APPENDING_KNOWS_NO_DATABASE = noClasses()
            .that()
            .resideInAPackage("org.openengagement.ledger.store..")
            .and()
            .resideOutsideOfPackage("org.openengagement.ledger.store.mongo")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..")
            .because("the steps of appending are tested on a model in memory, fault by fault");

    @ArchTest
    static final ArchRule EVERY_EVENT_HAS_A_NAME = classes()
            .that()
            .areAssignableTo(LedgerEvent.class)
            .and()
            .areNotInterfaces()
            .should(beStoredUnderAName())
            .because("an event without a logical name cannot be recorded");

    @ArchTest
    static final ArchRule EVENTS_ARE_VALUES = classes()
            .that()
            .areAssignableTo(LedgerEvent.class)
            .and()
            .areNotInterfaces()
            .should()
            .beRecords()
            .andShould()
            .haveModifier(JavaModifier.FINAL)
            .because("a fact does not change");

    private static ArchCondition<JavaClass> beStoredUnderAName() {
        Set<String> stored = EventTypes.ofTheLedger().all().stream()
                .map(type -> type.eventClass().getName())
                .collect(toSet());
        return new ArchCondition<>("be stored under a logical name") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        type,
                        stored.contains(type.getName()),
                        "%s is no event of the ledger: permit it in a sealed family that EventTypes lists."
                                .formatted(type.getName())));
            }
        };
    }
}
