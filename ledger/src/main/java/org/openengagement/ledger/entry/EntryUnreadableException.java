package org.openengagement.ledger.entry;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the ledger holds at a position is not an entry it can read: damaged, tampered with, or of a later version. */
public final class EntryUnreadableException extends RuntimeException {

    private final long position;
    private final @Nullable String stream;

    /**
     * @param stream the stream it stands in; {@code null} where not even that can be read
     * @param why what is wrong with it
     */
    public EntryUnreadableException(long position, @Nullable String stream, String why, @Nullable Throwable cause) {
        super(
                "Entry %d%s cannot be read: %s".formatted(position, stream == null ? "" : " of stream " + stream, why),
                cause);
        this.position = position;
        this.stream = stream;
    }

    /** The position of the entry. */
    public long position() {
        return position;
    }

    /** The stream of the entry; empty where not even that can be read. */
    public Optional<String> stream() {
        return Optional.ofNullable(stream);
    }
}
