package org.openengagement.command.importing.running;

import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.importing.identifying.CaseMemory;
import org.openengagement.command.importing.identifying.IdentifiedLine;
import org.openengagement.command.importing.lines.LineRefusedException;
import org.openengagement.command.importing.translating.LineCommands;
import org.openengagement.ledger.store.ClaimTakenException;
import org.openengagement.ledger.store.LedgerUnavailableException;

/** Has lines carried out, and counts what becomes of them. From any number of threads. */
final class LineImporter {

    /** How often a line is given while the ledger cannot be reached; each attempt waits by itself for an answer. */
    static final int ATTEMPTS = 12;

    private final LineCommands commands;
    private final ImportOptions options;
    private final Tally tally;

    LineImporter(LineCommands commands, ImportOptions options, Tally tally) {
        this.commands = commands;
        this.options = options;
        this.tally = tally;
    }

    /** Has a line carried out, unless one of its row was refused before it: then the row is refused, and named already. */
    void carryOut(IdentifiedLine identified, CaseMemory memory) {
        if (memory.isOfARefusedRow(identified) || isStopped()) {
            return;
        }
        try {
            patiently(identified, memory);
        } catch (ClaimTakenException there) {
            if (memory.holds(identified.claim())) {
                tally.repeated();
            } else {
                refuse(
                        identified,
                        memory,
                        "another line of the case has used the id of its referral or response already.");
            }
        } catch (LineRefusedException | Refusal refused) {
            refuse(identified, memory, String.valueOf(refused.getMessage()));
        }
    }

    /** Whether a refusal has ended the import. */
    boolean isStopped() {
        return options.strict() && tally.anyRefused();
    }

    private void refuse(IdentifiedLine identified, CaseMemory memory, String why) {
        memory.refuse(identified);
        tally.refused(identified.line().number(), why);
    }

    /** Whether an attempt that got no answer was recorded, its claim tells: a line is never recorded twice. */
    private void patiently(IdentifiedLine identified, CaseMemory memory) {
        for (int made = 1; ; made++) {
            try {
                if (made == 1 || !memory.holds(identified.claim())) {
                    commands.carryOut(identified, memory);
                }
                tally.accepted();
                return;
            } catch (LedgerUnavailableException unanswered) {
                if (made == ATTEMPTS) {
                    throw unanswered;
                }
                memory.forget(identified.caseId());
            }
        }
    }
}
