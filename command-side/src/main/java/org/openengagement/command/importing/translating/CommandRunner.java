package org.openengagement.command.importing.translating;

import java.time.LocalDate;
import java.util.Set;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Command;

/** Where the commands of lines are run: in the ledger, or in a rehearsal. */
public interface CommandRunner {

    /**
     * Runs a command.
     *
     * @param claims what it makes unique in the whole ledger
     * @return what the command's caller learns
     * @throws org.openengagement.command.dispatch.Refusal if it is refused
     */
    Object run(Command<?> command, LocalDate day, Set<String> claims);

    /**
     * Decides a command, and records nothing.
     *
     * @throws org.openengagement.command.dispatch.Refusal if it would be refused
     */
    void tryOut(Command<?> command, Caller caller, Set<String> claims);
}
