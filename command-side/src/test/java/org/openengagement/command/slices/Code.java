package org.openengagement.command.slices;

import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import org.openengagement.ledger.events.LedgerEvent;

/** The code of the command side and the events of the ledger, without their tests. */
final class Code {

    private Code() {}

    static JavaClasses ofTheCommandSide() {
        return besides(Slice.class);
    }

    static Set<Class<?>> eventsOfTheLedger() {
        return besides(LedgerEvent.class).stream()
                .filter(type -> type.isAssignableTo(LedgerEvent.class) && !type.isInterface())
                .map(JavaClass::reflect)
                .collect(toSet());
    }

    /** What was compiled together with a type: a folder, or a jar. */
    private static JavaClasses besides(Class<?> type) {
        return new ClassFileImporter()
                .importUrl(type.getProtectionDomain().getCodeSource().getLocation());
    }
}
