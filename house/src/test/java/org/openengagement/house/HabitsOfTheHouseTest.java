package org.openengagement.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(locations = EveryModule.class)
class HabitsOfTheHouseTest {

    /** Where it is decided what happens, and where what happened is folded and counted. */
    private static final String[] DOMAIN = {
        "..command.intake..",
        "..command.referral..",
        "..command.response..",
        "..command.followup..",
        "..command.support..",
        "..command.register..",
        "..command.cases..",
        "..command.clock..",
        "..command.recordkeeping..",
        "..ledger.events..",
        "..ledger.entry..",
        "..query.standing..",
        "..query.cases..",
        "..query.register..",
        "..query.figures.."
    };

    @ArchTest
    static final ArchRule every_package_says_what_may_be_null = classes()
            .should(resideInANullMarkedPackage())
            .because("what may be absent is part of a signature, or it is never absent");

    @ArchTest
    static final ArchRule packages_are_named_after_what_they_are_for = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..dto..", "..service..")
            .because("a name that fits anything collects everything");

    @ArchTest
    static final ArchRule the_domain_reads_no_clock = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .callCodeUnitWhere(describe("reads the machine's clock", call -> readsTheMachinesClock(call.getTarget())))
            .because("the clock is passed in, so that a decision can be made again and come out the same");

    @ArchTest
    static final ArchRule the_domain_throws_no_dice = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .callCodeUnitWhere(describe("makes something random", call -> throwsDice(call.getTarget())))
            .because("random ids are passed in, so that a decision can be made again and come out the same");

    private static boolean readsTheMachinesClock(CodeUnitCallTarget called) {
        JavaClass owner = called.getOwner();
        return switch (called.getName()) {
            case "now" ->
                owner.getPackageName().equals("java.time")
                        && called.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            case "currentTimeMillis", "nanoTime" -> owner.isEquivalentTo(System.class);
            default ->
                (owner.isEquivalentTo(Clock.class) || owner.isEquivalentTo(InstantSource.class))
                        && called.getName().startsWith("system");
        };
    }

    private static boolean throwsDice(CodeUnitCallTarget called) {
        JavaClass owner = called.getOwner();
        return switch (called.getName()) {
            case "<init>" -> owner.isEquivalentTo(Random.class) || owner.isEquivalentTo(SecureRandom.class);
            case "randomUUID" -> owner.isEquivalentTo(UUID.class);
            case "current" -> owner.isEquivalentTo(ThreadLocalRandom.class);
            case "random" -> owner.isEquivalentTo(Math.class);
            case "getDefault", "of" -> owner.isEquivalentTo(RandomGenerator.class);
            default -> false;
        };
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        type,
                        type.getPackage().isAnnotatedWith(NullMarked.class),
                        "%s is in package %s".formatted(type.getName(), type.getPackageName())));
            }
        };
    }
}
