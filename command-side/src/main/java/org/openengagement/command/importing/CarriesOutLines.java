package org.openengagement.command.importing;

import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.importing.lines.LineRefusedException;
import org.openengagement.ledger.store.ClaimTakenException;
import org.openengagement.ledger.store.LedgerUnavailableException;

/** Has lines carried out, and counts what becomes of them. From any number of threads. */
final class CarriesOutLines {

    /** How often a line is given while the ledger cannot be reached; each attempt waits by itself for an answer. */
    static final int ATTEMPTS = 12;

    private final LineActs acts;
    private final ImportOptions options;
    private final Tally tally;

    CarriesOutLines(LineActs acts, ImportOptions options, Tally tally) {
        this.acts = acts;
        this.options = options;
        this.tally = tally;
    }

    /** Has a line carried out, unless one of its row was refused before it: then the row is refused, and named already. */
    void carryOut(Work work, CaseMemory memory) {
        if (memory.isOfARefusedRow(work) || isStopped()) {
            return;
        }
        try {
            patiently(work, memory);
        } catch (ClaimTakenException there) {
            if (memory.holds(work.claim())) {
                tally.repeated();
            } else {
                refuse(work, memory, "another line of the case has used the id of its referral or response already.");
            }
        } catch (LineRefusedException | Refusal refused) {
            refuse(work, memory, String.valueOf(refused.getMessage()));
        }
    }

    /** Whether a refusal has ended the import. */
    boolean isStopped() {
        return options.strict() && tally.anyRefused();
    }

    private void refuse(Work work, CaseMemory memory, String why) {
        memory.refuse(work);
        tally.refused(work.line().number(), why);
    }

    /** Whether an attempt that got no answer was recorded, its claim tells: a line is never recorded twice. */
    private void patiently(Work work, CaseMemory memory) {
        for (int made = 1; ; made++) {
            try {
                if (made == 1 || !memory.holds(work.claim())) {
                    acts.carryOut(work, memory);
                }
                tally.accepted();
                return;
            } catch (LedgerUnavailableException unanswered) {
                if (made == ATTEMPTS) {
                    throw unanswered;
                }
                memory.forget(work.caseId());
            }
        }
    }
}
