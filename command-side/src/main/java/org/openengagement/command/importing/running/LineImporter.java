package org.openengagement.command.importing.running;

import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.importing.identifying.CaseMemory;
import org.openengagement.command.importing.identifying.IdentifiedLine;
import org.openengagement.command.importing.lines.LineRefusedException;
import org.openengagement.command.importing.translating.LineCommands;
import org.openengagement.ledger.store.ClaimTakenException;
import org.openengagement.ledger.store.LedgerUnavailableException;

/** Imports single lines, and counts what becomes of them. From any number of threads. */
final class LineImporter {

    /** How often a line is tried while the ledger cannot be reached; each attempt waits for its answer. */
    static final int ATTEMPTS = 12;

    private final LineCommands commands;
    private final ImportOptions options;
    private final Tally tally;

    LineImporter(LineCommands commands, ImportOptions options, Tally tally) {
        this.commands = commands;
        this.options = options;
        this.tally = tally;
    }

    /** Imports a line. If an earlier line of its row was refused, nothing happens: the row has been reported already. */
    void carryOut(IdentifiedLine identified, CaseMemory memory) {
        if (memory.isOfARefusedRow(identified) || isStopped()) {
            return;
        }
        try {
            tryUntilAnswered(identified, memory);
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

    /** Tries again when the ledger gives no answer. The claim tells whether the line was recorded all the same. */
    private void tryUntilAnswered(IdentifiedLine identified, CaseMemory memory) {
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
