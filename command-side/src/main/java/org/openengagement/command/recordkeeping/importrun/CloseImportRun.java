package org.openengagement.command.recordkeeping.importrun;

import org.openengagement.command.dispatch.Bounds;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.dispatch.Refusal;

/**
 * Closes an import run.
 *
 * @param run the run
 * @param accepted lines whose events are in the ledger, those of earlier runs included; 0 or more
 * @param refused lines that were refused; 0 or more
 */
public record CloseImportRun(String run, long accepted, long refused) implements Command.Plain {

    public CloseImportRun {
        Bounds.text("run", run, 100);
        if (accepted < 0 || refused < 0) {
            throw Refusal.invalid("accepted", "Lines cannot be fewer than none.");
        }
    }
}
