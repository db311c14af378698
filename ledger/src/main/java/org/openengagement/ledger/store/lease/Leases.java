package org.openengagement.ledger.store.lease;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.store.LedgerUnavailableException;

/**
 * What the writer's lease needs of the database. Each call is tried once; every answer is of what a majority holds, given by
 * the primary.
 *
 * @throws LedgerUnavailableException from every call that finds no answer; what it was to do may be done all the same, or
 *     may yet be
 */
public interface Leases {

    /** What stands there; empty where nobody ever took it. */
    Optional<Lease> look();

    /**
     * Puts a lease in the place of what was seen.
     *
     * @param seen {@code null}: none
     * @return whether that still stood there, to the beat
     */
    boolean take(@Nullable Lease seen, Lease mine);

    /**
     * Beats once.
     *
     * @return whether it is this holder's
     */
    boolean beat(UUID holder);

    /** Lets go of it, where it is this holder's. */
    void release(UUID holder);
}
