package org.openengagement.command.roles;

import java.time.Clock;
import java.time.LocalDate;

/** Which day it is in the ledger's zone. */
@FunctionalInterface
public interface Today {

    LocalDate today();

    /** By a clock, which carries the ledger's zone. */
    static Today by(Clock clock) {
        return () -> LocalDate.now(clock);
    }
}
