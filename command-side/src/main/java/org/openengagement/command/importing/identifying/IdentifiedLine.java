package org.openengagement.command.importing.identifying;

import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.importing.lines.LineSource;

/**
 * A line with all that is needed to carry it out.
 *
 * @param line the line
 * @param source where its case comes from
 * @param caseId the case's id in the ledger; empty where the line belongs to no case
 * @param claim what makes the line once and for ever
 * @param goesOn whether it begins a referral that goes on under the id of the one that it was forwarded from
 */
public record IdentifiedLine(ImportLine line, LineSource source, String caseId, String claim, boolean goesOn) {

    public boolean ofCase() {
        return !caseId.isEmpty();
    }
}
