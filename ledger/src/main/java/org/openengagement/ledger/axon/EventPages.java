package org.openengagement.ledger.axon;

import java.util.List;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.EntryReader;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.store.LedgerReader;

/** Reads events by position, a page at a time, with their sealed fields opened or not. */
@FunctionalInterface
interface EventPages {

    /** How many events are held in memory for one reader. */
    int EVENTS_A_PAGE = 1_024;

    /** The events from a position on, at most a page; empty at the head. */
    List<RecordedEvent> from(long position);

    /** Opens nothing, and does not even read what could. */
    static EventPages withheld(LedgerReader ledger, EntryReader reader) {
        return position -> ledger.read(position, EVENTS_A_PAGE).parallelStream()
                .map(stored ->
                        reader.withheld(stored.position(), stored.lastOfUnit(), stored.entry(), stored.leafHash()))
                .toList();
    }

    /** Opens what can be opened, anew each time: an erased text is not kept alive by a cache. */
    static EventPages opened(OpenedLedger ledger) {
        return position -> ledger.read(position, EVENTS_A_PAGE);
    }
}
