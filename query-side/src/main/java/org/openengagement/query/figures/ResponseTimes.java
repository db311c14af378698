package org.openengagement.query.figures;

import java.time.LocalDate;
import java.util.List;

/**
 * The figures, with what anyone needs to recount them.
 *
 * @param definitionVersion the version of the definitions in {@code docs/figures.md}
 * @param ledgerPosition only what the ledger held at this position was used
 * @param day only what had happened by this day was used
 * @param groups in the order of their keys
 */
public record ResponseTimes(
        String definitionVersion, long ledgerPosition, LocalDate day, List<ResponseTimeGroup> groups) {
    /** The version of the definitions that this code follows. */
    public static final String DEFINITION_VERSION = "1";
}
