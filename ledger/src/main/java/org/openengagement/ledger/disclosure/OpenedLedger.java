package org.openengagement.ledger.disclosure;

import java.time.Instant;
import java.util.List;
import org.openengagement.ledger.entry.EntryReader;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.store.LedgerReader;

/**
 * The ledger as events with their sealed fields opened for every audience: whoever shows a value must check its audience
 * and the state of the case first. A field whose disclosure is gone is {@code Erased}.
 */
public interface OpenedLedger {

    /**
     * The ledger, opened. Its reading methods throw {@link org.openengagement.ledger.entry.EntryUnreadableException}
     * where an entry, or what opens it, is not what was recorded.
     */
    static OpenedLedger of(LedgerReader ledger, DisclosureReader disclosures, EntryReader reader) {
        return new OpenedStore(ledger, disclosures, reader);
    }

    /** How many entries the ledger holds. */
    long size();

    /** Events by position, without a gap; see {@link LedgerReader#read}. */
    List<RecordedEvent> read(long from, int atMost);

    /** The events of a stream, in order. */
    List<RecordedEvent> readStream(String stream);

    /** The position of the first event recorded at or after an instant; {@link #size()} where there is none. */
    long firstPositionAt(Instant instant);
}
