package org.openengagement.command.importing.snapshots;

import java.time.LocalDate;
import java.util.Set;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.dispatch.Rehearsal;
import org.openengagement.command.importing.identifying.CaseHistory;
import org.openengagement.command.importing.identifying.CaseMemory;
import org.openengagement.command.importing.identifying.Identities;
import org.openengagement.command.importing.translating.CommandRunner;
import org.openengagement.command.importing.translating.LineCommands;
import org.openengagement.ledger.events.Actor;

/**
 * Tries whole rows where nothing is kept. The same commands and rules judge everything that a row says, before the first of its
 * events is recorded. A row that begins its case is tried as if nothing had happened before; any other row is tried after
 * what the ledger holds of its case.
 *
 * <p>A row that passed can still be refused if somebody else changes its case at the same moment. Then nothing more of the row
 * is recorded.
 *
 * <p>From any number of threads, one after the other.
 */
public final class RowRehearsal {

    private final Rehearsal rehearsal;
    private final Identities identities;
    private final LineCommands commands;

    public RowRehearsal(Rehearsal rehearsal, Identities identities) {
        this.rehearsal = rehearsal;
        this.identities = identities;
        this.commands = new LineCommands(new RehearsalCommandRunner(rehearsal), identities, null);
    }

    /**
     * Rehearses a row.
     *
     * @throws org.openengagement.command.importing.lines.LineRefusedException if it cannot be imported as it stands
     * @throws org.openengagement.command.dispatch.Refusal if a command of it would be refused
     */
    public synchronized void of(Row row) {
        rehearsal.begin();
        CaseMemory memory = new CaseMemory(CaseHistory.NOTHING, identities);
        row.lines().forEach(identified -> commands.carryOut(identified, memory));
    }

    /**
     * Rehearses what a row adds to its case.
     *
     * @throws org.openengagement.command.importing.lines.LineRefusedException if it cannot be imported as it stands
     * @throws org.openengagement.command.dispatch.Refusal if a command of it would be refused
     */
    public synchronized void of(Row row, HeldCase held, RowComparison comparison) {
        rehearsal.beginAfter(held.events());
        CaseMemory memory = new CaseMemory(held, identities);
        memory.numberReferrals(row.caseId(), comparison.numbers());
        row.ofRegister().forEach(identified -> commands.carryOut(identified, memory));
        comparison.newLines().forEach(identified -> commands.carryOut(identified, memory));
    }

    private record RehearsalCommandRunner(Rehearsal rehearsal) implements CommandRunner {

        @Override
        public Object run(Command<?> command, LocalDate day, Set<String> claims) {
            return rehearsal.dispatch(command, Caller.of(Actor.IMPORT, day));
        }

        /** Does nothing: the command is decided anyway when it is run. */
        @Override
        public void tryOut(Command<?> command, Caller caller, Set<String> claims) {}
    }
}
