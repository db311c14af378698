package org.openengagement.ledger.store.appending;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.store.lease.Lease;
import org.openengagement.ledger.store.lease.Leases;

/** The writer's lease as a document that one after another changes, in memory. */
final class LeaseInMemory implements Leases {

    private @Nullable Lease lease;

    /** What stood there before the last change. */
    private @Nullable Lease before;

    @Override
    public Optional<Lease> look() {
        return Optional.ofNullable(lease);
    }

    /** What stood there before the last change: an answer of a primary that was voted out. */
    Optional<Lease> lookBack() {
        return Optional.ofNullable(before);
    }

    @Override
    public boolean take(@Nullable Lease seen, Lease mine) {
        boolean asSeen = seen == null
                ? lease == null
                : lease != null && lease.holder().equals(seen.holder()) && lease.beat() == seen.beat();
        return asSeen && change(mine);
    }

    @Override
    public boolean beat(UUID holder) {
        return isHeldBy(holder) && change(beaten(false));
    }

    @Override
    public void release(UUID holder) {
        if (isHeldBy(holder)) {
            var unused = change(beaten(true));
        }
    }

    private boolean isHeldBy(UUID holder) {
        return lease != null && lease.holder().equals(holder) && !lease.released();
    }

    private Lease beaten(boolean released) {
        Lease now = java.util.Objects.requireNonNull(lease);
        return new Lease(now.holder(), now.name(), now.beat() + 1, released);
    }

    private boolean change(Lease to) {
        before = lease;
        lease = to;
        return true;
    }
}
