package org.openengagement.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.Sealed;

/** What only the command side promises of itself; who may know whom is looked at over all modules, in house. */
@AnalyzeClasses(packages = "org.openengagement.command", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule slices_do_not_know_each_other = slices().matching(
                    "org.openengagement.command.(intake|referral|response|followup|support|register|recordkeeping).(*)..")
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

    private static final Path EXCUSED = Path.of("..", "docs", "adr", "0010-what-an-import-is-excused-from.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

    /** An auditor finds each place where an import is treated otherwise than people are, and no other, on one page. */
    @ArchTest
    static void whoever_looks_whether_an_import_asks_stands_in_the_decision_on_that(JavaClasses classes)
            throws IOException {
        Set<String> looking = classes.stream()
                .filter(each -> each.getFieldAccessesFromSelf().stream()
                        .anyMatch(access -> access.getTargetOwner().isEquivalentTo(Role.class)
                                && access.getTarget().getName().equals(Role.IMPORT.name())))
                .map(JavaClass::getSimpleName)
                .collect(toCollection(TreeSet::new));
        assertThat(ROW.matcher(Files.readString(EXCUSED)).results().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(looking);
    }
}
