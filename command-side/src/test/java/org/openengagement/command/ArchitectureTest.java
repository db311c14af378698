package org.openengagement.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.Sealed;

/** What only the command side promises of itself; who may know whom is looked at over all modules, in house. */
@AnalyzeClasses(packages = "org.openengagement.command", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule slices_do_not_know_each_other = slices().matching(
                    "org.openengagement.command.(intake|referral|response|followup|support|register).(*)..")
            .should()
            .notDependOnEachOther()
            .because("slices meet in the state of the stream only, so that each can be read and changed alone");

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
}
