package org.openengagement.query.search.index;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.query.readmodels.CaseReadModel;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EveryReadModelIsHeldTest {

    @Test
    void each_read_model_has_a_test_that_extends_the_contract() {
        JavaClasses classes = new ClassFileImporter().importPackages("org.openengagement.query");
        Set<String> held = namesOf(classes, ReadModelContract.class);

        assertThat(namesOf(classes, CaseReadModel.class))
                .isNotEmpty()
                .allSatisfy(model -> assertThat(held)
                        .as(
                                "%s needs a test that extends ReadModelContract: else its bytes could change, and not its"
                                        + " version",
                                model)
                        .contains(model + "Test"));
    }

    /** The classes of a type that stand in a file of their own and are neither abstract nor interfaces. */
    private static Set<String> namesOf(JavaClasses classes, Class<?> type) {
        return classes.stream()
                .filter(each -> each.isTopLevelClass() && each.isAssignableTo(type) && !isAbstract(each))
                .map(JavaClass::getFullName)
                .collect(toSet());
    }

    private static boolean isAbstract(JavaClass each) {
        return each.getModifiers().contains(JavaModifier.ABSTRACT);
    }
}
