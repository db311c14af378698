package org.openengagement.command.recordkeeping;

import java.util.HashSet;
import java.util.Set;
import org.openengagement.command.streams.StreamState;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.recordkeeping.ImportRunClosed;
import org.openengagement.ledger.events.recordkeeping.ImportRunOpened;
import org.openengagement.ledger.events.recordkeeping.LedgerOpened;
import org.openengagement.ledger.events.recordkeeping.RecordkeepingEvent;

/**
 * What the rules need to know of the ledger itself.
 *
 * @param opened whether it has begun
 * @param openRuns the import runs that were opened and not closed
 * @param closedRuns the import runs that were closed
 */
public record LedgerState(boolean opened, Set<String> openRuns, Set<String> closedRuns)
        implements StreamState<LedgerState> {

    public static final LedgerState NONE = new LedgerState(false, Set.of(), Set.of());

    @Override
    public LedgerState evolve(LedgerEvent event) {
        if (!(event instanceof RecordkeepingEvent recordkeeping)) {
            throw StreamState.foreign(event, "the ledger itself");
        }
        return switch (recordkeeping) {
            case LedgerOpened beginning -> new LedgerState(true, openRuns, closedRuns);
            case ImportRunOpened run -> new LedgerState(opened, with(openRuns, run.run()), closedRuns);
            case ImportRunClosed run ->
                new LedgerState(opened, without(openRuns, run.run()), with(closedRuns, run.run()));
        };
    }

    private static Set<String> with(Set<String> runs, String run) {
        Set<String> more = new HashSet<>(runs);
        more.add(run);
        return Set.copyOf(more);
    }

    private static Set<String> without(Set<String> runs, String run) {
        Set<String> fewer = new HashSet<>(runs);
        fewer.remove(run);
        return Set.copyOf(fewer);
    }
}
