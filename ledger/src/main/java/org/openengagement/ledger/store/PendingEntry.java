package org.openengagement.ledger.store;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.openengagement.ledger.entry.EntryBytes;

/**
 * An entry that waits to be appended. Its bytes depend on the instant that the appender gives it.
 *
 * @param stream the stream it will stand in
 * @param sequence its place there, from 0
 * @param id the event's id
 * @param type the logical name of the event
 * @param revision the revision of the stored shape
 * @param recordedAt makes the permanent bytes from the instant of recording; called again whenever that changes
 */
public record PendingEntry(
        String stream, long sequence, UUID id, String type, int revision, Function<Instant, EntryBytes> recordedAt) {}
