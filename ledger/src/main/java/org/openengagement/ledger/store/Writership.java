package org.openengagement.ledger.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who writes to the ledger, as far as one process knows.
 *
 * @param writer whether it is this process
 * @param since since when it is, or is not
 * @param holder the one who writes, for people; {@code null}: nobody is known to
 * @param holderIsAlive whether this process saw the holder beat
 */
public record Writership(
        boolean writer, Instant since, @Nullable String holder, boolean holderIsAlive) {

    public static Writership writer(String name, Instant since) {
        return new Writership(true, since, name, true);
    }

    public static Writership standby(Instant since, @Nullable String holder, boolean holderIsAlive) {
        return new Writership(false, since, holder, holderIsAlive);
    }
}
