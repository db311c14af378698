package org.openengagement.ledger.store;

import java.time.Instant;
import java.util.UUID;
import org.openengagement.ledger.entry.EntryBytes;
import org.openengagement.transparency.Hash;

/**
 * One entry as the store holds it.
 *
 * @param position its position in the ledger, from 0
 * @param lastOfUnit the position of the last entry of its unit: of what one command recorded
 * @param recordedAt when the ledger learnt it, to the millisecond
 * @param stream the stream it stands in
 * @param sequence its place there, from 0
 * @param id the event's id
 * @param type the logical name of the event
 * @param revision the revision of the stored shape
 * @param entry the permanent bytes
 * @param leafHash the RFC 6962 leaf hash of the bytes
 */
public record StoredEntry(
        long position,
        long lastOfUnit,
        Instant recordedAt,
        String stream,
        long sequence,
        UUID id,
        String type,
        int revision,
        EntryBytes entry,
        Hash leafHash) {}
