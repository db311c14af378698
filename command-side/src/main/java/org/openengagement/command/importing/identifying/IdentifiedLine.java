package org.openengagement.command.importing.identifying;

import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.importing.lines.LineSource;

/**
 * A line with what the ledger recognizes it and its case by.
 *
 * @param line the line
 * @param source where its case comes from
 * @param caseId the case's id in the ledger; empty where the line belongs to no case
 * @param claim taken when the line is recorded, so that it is recorded once
 * @param goesOn whether it begins a referral that continues a forwarded one under the same id of the source
 */
public record IdentifiedLine(ImportLine line, LineSource source, String caseId, String claim, boolean goesOn) {

    public boolean ofCase() {
        return !caseId.isEmpty();
    }
}
