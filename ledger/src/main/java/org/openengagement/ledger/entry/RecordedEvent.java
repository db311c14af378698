package org.openengagement.ledger.entry;

import java.time.Instant;
import java.util.Map;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.transparency.Hash;

/**
 * An event as the ledger holds it.
 *
 * @param position its position in the ledger, from 0
 * @param lastOfUnit the position of the last event that the same command recorded
 * @param envelope where it stands, when it happened, who acted
 * @param recordedAt when the ledger learnt it, to the millisecond
 * @param type the logical name it is stored under
 * @param revision the revision of the stored shape
 * @param event the event, brought up to the newest revision; its sealed fields as opened for the reader
 * @param entry the permanent bytes
 * @param leafHash the RFC 6962 leaf hash of the bytes
 * @param opened what opened its sealed fields, by the path they are stored under; empty where nothing was opened
 */
public record RecordedEvent(
        long position,
        long lastOfUnit,
        Envelope envelope,
        Instant recordedAt,
        String type,
        int revision,
        LedgerEvent event,
        EntryBytes entry,
        Hash leafHash,
        Map<String, SealedField> opened) {

    /** An event of which nothing was opened. */
    public RecordedEvent(
            long position,
            long lastOfUnit,
            Envelope envelope,
            Instant recordedAt,
            String type,
            int revision,
            LedgerEvent event,
            EntryBytes entry,
            Hash leafHash) {
        this(position, lastOfUnit, envelope, recordedAt, type, revision, event, entry, leafHash, Map.of());
    }

    /** Whether it is the last event that its command recorded. */
    public boolean endsItsUnit() {
        return position == lastOfUnit;
    }
}
