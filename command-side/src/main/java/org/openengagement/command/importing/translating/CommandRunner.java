package org.openengagement.command.importing.translating;

import java.time.LocalDate;
import java.util.Set;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Command;

/** Where the commands of lines go: to the ledger, or into a rehearsal. */
public interface CommandRunner {

    /**
     * Has a command carried out.
     *
     * @param claims what it makes unique
     * @return what its caller learns
     * @throws org.openengagement.command.dispatch.Refusal if it is refused
     */
    Object run(Command<?> command, LocalDate day, Set<String> claims);

    /**
     * Has a command decided, and carried out nowhere.
     *
     * @throws org.openengagement.command.dispatch.Refusal if it would be refused
     */
    void tryOut(Command<?> command, Caller caller, Set<String> claims);
}
