package org.openengagement.command.importing.running;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.dispatch.Commands;
import org.openengagement.command.importing.translating.CommandRunner;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.store.ClaimTakenException;

/** Runs the commands of lines in the ledger, as part of the run of their file. */
record LedgerCommandRunner(Commands commands, ImportRun run) implements CommandRunner {

    /** A claim that entry 0 holds for ever: a command that claims it too is decided, and cannot be recorded. */
    private static final String TAKEN_FOR_EVER = Streams.LEDGER + "#0";

    @Override
    public Object run(Command<?> command, LocalDate day, Set<String> claims) {
        if (run.isTryingFirst()) {
            tryOut(command, Caller.of(Actor.IMPORT, day), claims);
        }
        return commands.dispatch(
                        command,
                        Caller.of(Actor.IMPORT, day).because(run.opening()).claiming(claims))
                .result();
    }

    @Override
    public void tryOut(Command<?> command, Caller caller, Set<String> claims) {
        Set<String> more = new HashSet<>(claims);
        more.add(TAKEN_FOR_EVER);
        try {
            commands.dispatch(command, caller.claiming(more));
        } catch (ClaimTakenException decided) {
            if (!decided.claim().equals(TAKEN_FOR_EVER)) {
                throw decided;
            }
        }
    }
}
