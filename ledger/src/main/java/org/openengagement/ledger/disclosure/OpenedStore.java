package org.openengagement.ledger.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openengagement.ledger.entry.Disclosure;
import org.openengagement.ledger.entry.EntryReader;
import org.openengagement.ledger.entry.EntryUnreadableException;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.store.LedgerReader;
import org.openengagement.ledger.store.StoredEntry;

/** The opened ledger over a store and the disclosures beside it: one look-up of disclosures for each reading. */
final class OpenedStore implements OpenedLedger {

    private final LedgerReader ledger;
    private final DisclosureReader disclosures;
    private final EntryReader reader;

    OpenedStore(LedgerReader ledger, DisclosureReader disclosures, EntryReader reader) {
        this.ledger = ledger;
        this.disclosures = disclosures;
        this.reader = reader;
    }

    @Override
    public long size() {
        return ledger.size();
    }

    @Override
    public List<RecordedEvent> read(long from, int atMost) {
        return opened(ledger.read(from, atMost));
    }

    @Override
    public List<RecordedEvent> readStream(String stream) {
        return opened(ledger.readStream(stream, 0));
    }

    @Override
    public long firstPositionAt(Instant instant) {
        return ledger.firstPositionAt(instant);
    }

    private List<RecordedEvent> opened(List<StoredEntry> entries) {
        List<UUID> sealing = entries.stream()
                .filter(stored -> EntryReader.seals(stored.entry()))
                .map(StoredEntry::id)
                .toList();
        Map<UUID, Disclosure> found = sealing.isEmpty() ? Map.of() : disclosures.of(sealing);
        // In order all the same; parsing and checking each costs more than fetching them.
        return entries.parallelStream()
                .map(stored -> opened(
                        stored,
                        reader.opened(
                                stored.position(),
                                stored.lastOfUnit(),
                                stored.entry(),
                                stored.leafHash(),
                                found.get(stored.id()))))
                .toList();
    }

    /** The document around an entry repeats some of it, so that it can be found; the bytes are what counts. */
    private static RecordedEvent opened(StoredEntry stored, RecordedEvent recorded) {
        if (!stored.id().equals(recorded.envelope().id())
                || !stored.stream().equals(recorded.envelope().stream())
                || stored.sequence() != recorded.envelope().sequence()
                || !stored.type().equals(recorded.type())
                || stored.revision() != recorded.revision()
                || !stored.recordedAt().equals(recorded.recordedAt())) {
            throw new EntryUnreadableException(
                    stored.position(), recorded.envelope().stream(), "it is stored under what it is not", null);
        }
        return recorded;
    }
}
