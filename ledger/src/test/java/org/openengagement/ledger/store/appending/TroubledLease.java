package org.openengagement.ledger.store.appending;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.lease.Lease;
import org.openengagement.ledger.store.lease.Leases;

/** The writer's lease at the end of a line on which things go wrong. */
final class TroubledLease implements Leases {

    /** How often others look at the lease until they take it. */
    private static final int UNTIL_THE_OTHERS_LOST_PATIENCE = 5;

    private final Line line;
    private final LeaseInMemory sound;

    TroubledLease(Line line, LeaseInMemory sound) {
        this.line = line;
        this.sound = sound;
    }

    @Override
    public Optional<Lease> look() {
        return switch (line.meet("looks at the lease", Trouble.OF_A_LOOK).kind()) {
            case LOST_ON_ITS_WAY -> throw lost();
            case ONE_COMMIT_BEHIND -> sound.lookBack();
            default -> sound.look();
        };
    }

    @Override
    public boolean take(@Nullable Lease seen, Lease mine) {
        return write("takes the lease", () -> sound.take(seen, mine));
    }

    @Override
    public boolean beat(UUID holder) {
        return write("beats", () -> sound.beat(holder));
    }

    @Override
    public void release(UUID holder) {
        var unused = write("hands over", () -> {
            sound.release(holder);
            return true;
        });
    }

    private boolean write(String call, BooleanSupplier writing) {
        Trouble trouble = line.meet(call, Trouble.OF_A_LEASE_WRITE);
        switch (trouble.kind()) {
            case LOST_ON_ITS_WAY, REFUSED -> throw lost();
            case ANSWER_LOST -> {
                var unused = writing.getAsBoolean();
                throw lost();
            }
            case THE_PROCESS_DIES_AFTER -> {
                var unused = writing.getAsBoolean();
                throw line.death();
            }
            case ARRIVES_LATE -> {
                line.world().later(trouble.callsLater(), () -> {
                    var unused = writing.getAsBoolean();
                });
                throw lost();
            }
            case THE_OTHERS_GO_ON_BEFORE_THE_ANSWER -> {
                boolean answer = writing.getAsBoolean();
                for (int turn = 0; turn < UNTIL_THE_OTHERS_LOST_PATIENCE; turn++) {
                    line.world().turns.letOthersGoFirst();
                }
                return answer;
            }
            default -> {
                return writing.getAsBoolean();
            }
        }
    }

    private static LedgerUnavailableException lost() {
        return new LedgerUnavailableException("The line is cut.", null);
    }
}
