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
 * Carries out whole rows where nothing is kept: so everything that a row says is judged by the commands and rules that will
 * carry it out, before the first of its events is recorded. A row that begins its case is carried out as if nothing had
 * happened before, one whose case is in the ledger after what stands there.
 *
 * <p>A row that passed can still be refused where somebody works on its case in the very moment in which it is carried out.
 * Then nothing further of the row is recorded.
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
     * @throws org.openengagement.command.importing.lines.LineRefusedException if it says what cannot be meant
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
     * @throws org.openengagement.command.importing.lines.LineRefusedException if it says what cannot be meant
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

        /** Does nothing: what is given afterwards is decided all the same. */
        @Override
        public void tryOut(Command<?> command, Caller caller, Set<String> claims) {}
    }
}
