package org.openengagement.command;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.Sealed;

@AnalyzeClasses(packages = "org.openengagement.command", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] FEATURES = {
        "..command.intake..",
        "..command.referral..",
        "..command.response..",
        "..command.followup..",
        "..command.support..",
        "..command.register..",
        "..command.cases..",
        "..command.clock..",
        "..command.recordkeeping.."
    };

    @ArchTest
    static final ArchRule features_form_no_cycles = slices().matching("org.openengagement.command.(*)..")
            .should()
            .beFreeOfCycles()
            .because("an event's way is one line through the house, and nothing walks back");

    @ArchTest
    static final ArchRule slices_do_not_know_each_other = slices().matching(
                    "org.openengagement.command.(intake|referral|response|followup|support|register).(*)..")
            .should()
            .notDependOnEachOther()
            .because("slices meet in the state of the stream only, so that each can be read and changed alone");

    @ArchTest
    static final ArchRule the_other_side_is_unknown = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.openengagement.query..", "org.openengagement.standalone..")
            .because("command and query side meet in the ledger's events only");

    @ArchTest
    static final ArchRule the_database_is_unknown = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..")
            .because("nothing outside the ledger's store sees a stored document");

    @ArchTest
    static final ArchRule states_hold_nothing_erasable = fields().that()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("State")
            .should()
            .notHaveRawType(Sealed.class)
            .because("what the ledger decides must not depend on a text that can be erased");

    @ArchTest
    static final ArchRule rules_look_at_nothing_erasable = noClasses()
            .that()
            .implement(Rule.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Sealed.class)
            .because("what the ledger decides must not depend on a text that can be erased");

    @ArchTest
    static final ArchRule the_domain_reads_no_clock = noClasses()
            .that()
            .resideInAnyPackage(FEATURES)
            .should()
            .callMethodWhere(describe("reads the machine's clock", call -> readsTheMachinesClock(call.getTarget())))
            .because("the clock is passed in, so that a decision can be made again and come out the same");

    private static boolean readsTheMachinesClock(AccessTarget.MethodCallTarget method) {
        JavaClass owner = method.getOwner();
        return switch (method.getName()) {
            case "now" ->
                owner.getPackageName().equals("java.time")
                        && method.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            case "currentTimeMillis", "nanoTime" -> owner.isEquivalentTo(System.class);
            default -> owner.isEquivalentTo(Clock.class) && method.getName().startsWith("system");
        };
    }

    @ArchTest
    static final ArchRule the_domain_throws_no_dice = noClasses()
            .that()
            .resideInAnyPackage(FEATURES)
            .should()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .callConstructor(SecureRandom.class)
            .because("random ids are passed in");

    @ArchTest
    static final ArchRule only_controllers_speak_graphql = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Controller")
            .should()
            .dependOnClassesThat(are(resideInAPackage("org.springframework.graphql.data.method.annotation..")))
            .because("what a mutation is called is decided in one kind of place");

    @ArchTest
    static final ArchRule every_package_says_what_may_be_null =
            classes().should(standInANullMarkedPackage()).because("null is said, or it is not there");

    private static ArchCondition<JavaClass> standInANullMarkedPackage() {
        return new ArchCondition<>("stand in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getName() + " stands in a package without it"));
            }
        };
    }
}
