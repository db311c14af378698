package org.openengagement.command.importing;

import java.time.LocalDate;
import java.util.Set;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.dispatch.Rehearsal;
import org.openengagement.ledger.events.Actor;

/**
 * Carries out whole rows where nothing is kept, each as if nothing had happened before it: so everything that a row itself
 * says is judged by the commands and rules that will carry it out, before the first of its events is recorded.
 *
 * <p>What a rehearsal cannot see is what the ledger holds. A row that passed it can still be refused, and at a later event,
 * where its case is in the ledger and went another way there: by an earlier state of the row in another file, or by
 * somebody who works on the case. Then nothing further of the row is recorded.
 *
 * <p>For one thread.
 */
final class RowRehearsal {

    private final Rehearsal rehearsal;
    private final Identities identities;
    private final LineActs acts;

    RowRehearsal(Rehearsal rehearsal, Identities identities) {
        this.rehearsal = rehearsal;
        this.identities = identities;
        this.acts = new LineActs(new GivingToNobody(rehearsal), identities, null);
    }

    /**
     * Rehearses a row.
     *
     * @throws org.openengagement.command.importing.lines.LineRefusedException if it says what cannot be meant
     * @throws org.openengagement.command.dispatch.Refusal if a command of it would be refused
     */
    void of(Row row) {
        rehearsal.begin();
        CaseMemory memory = new CaseMemory(Past.NOTHING, identities);
        row.lines().forEach(work -> acts.carryOut(work, memory));
    }

    private record GivingToNobody(Rehearsal rehearsal) implements Giving {

        @Override
        public Object give(Command<?> command, LocalDate day, Set<String> claims) {
            return rehearsal.dispatch(command, Caller.of(Actor.IMPORT, day));
        }

        /** Does nothing: what is given afterwards is decided all the same. */
        @Override
        public void tryOut(Command<?> command, Caller caller, Set<String> claims) {}
    }
}
