package org.openengagement.ledger.store.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.store.LedgerObserver;
import org.openengagement.ledger.store.appending.OwnTime;
import org.openengagement.ledger.store.lease.FaultyLeases.Fault;

/** Long random histories of three nodes that freeze, are cut off and end, each by its own clock. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WritersLeaseTest {

    private static final Duration STEP = Duration.ofMillis(100);
    private static final int HISTORIES = 200;
    private static final int STEPS = 900;
    private static final int NODES = 3;
    private static final List<Fault> FAULTS = List.of(Fault.values());

    @Test
    void whatever_happens_there_are_never_two_writers_and_soon_after_it_is_over_there_is_one() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int takeovers = 0;
        for (int history = 0; history < HISTORIES; history++) {
            InMemory inMemory = new InMemory();
            List<Node> nodes = new ArrayList<>();
            for (int number = 0; number < NODES; number++) {
                nodes.add(new Node(number, inMemory, random));
            }
            for (int step = 0; step < STEPS; step++) {
                for (Node node : nodes) {
                    node.live(random, step < STEPS - 300);
                    assertThat(nodes.stream().filter(Node::writes))
                            .as("writers in step %d of history %d, with seed %d", step, history, seed)
                            .hasSizeLessThanOrEqualTo(1);
                }
                nodes.forEach(node -> node.time.pass(STEP));
            }
            assertThat(nodes.stream().filter(Node::writes))
                    .as("writers at the end of history %d, with seed %d", history, seed)
                    .hasSize(1);
            takeovers += inMemory.taken;
        }
        assertThat(takeovers).as("leases taken, with seed %d", seed).isGreaterThan(HISTORIES * 2);
    }

    private static final class Node {

        private final String name;
        private final FaultyLeases line;
        private final OwnTime time;
        private WritersLease lease;
        private Fault fault = Fault.NONE;
        private int frozenFor;
        private int untilTurn;

        Node(int number, Leases inMemory, Random random) {
            name = "node " + number;
            line = new FaultyLeases(inMemory, () -> fault);
            time = new OwnTime(random.nextLong());
            lease = begin();
        }

        private WritersLease begin() {
            return new WritersLease(
                    line,
                    LeaseTerms.amongOthers(name),
                    UUID.randomUUID(),
                    time,
                    InstantSource.system(),
                    LedgerObserver.NOBODY);
        }

        boolean writes() {
            return lease.writership().writer();
        }

        void live(Random random, boolean faults) {
            if (faults && random.nextInt(120) == 0) {
                frozenFor = random.nextInt(200);
            }
            if (!faults) {
                frozenFor = 0;
                fault = Fault.NONE;
            } else if (random.nextInt(60) == 0) {
                fault = random.nextBoolean() ? Fault.NONE : FAULTS.get(random.nextInt(FAULTS.size()));
            }
            if (frozenFor > 0) {
                frozenFor--;
                return;
            }
            if (random.nextInt(15) == 0) {
                line.arrive();
            }
            if (faults && random.nextInt(400) == 0) {
                end(random.nextBoolean());
            }
            if (untilTurn-- <= 0) {
                untilTurn = 7 + random.nextInt(6);
                lease.turn();
            }
        }

        private void end(boolean gracefully) {
            if (gracefully) {
                lease.close();
            }
            lease = begin();
        }
    }

    private static final class InMemory implements Leases {

        private @Nullable Lease lease;
        private int taken;

        @Override
        public Optional<Lease> look() {
            return Optional.ofNullable(lease);
        }

        @Override
        public boolean take(@Nullable Lease seen, Lease mine) {
            if (!Objects.equals(seen, lease)) {
                return false;
            }
            lease = mine;
            taken++;
            return true;
        }

        @Override
        public boolean beat(UUID holder) {
            Lease now = lease;
            if (now == null || now.released() || !now.holder().equals(holder)) {
                return false;
            }
            lease = new Lease(holder, now.name(), now.beat() + 1, false);
            return true;
        }

        @Override
        public void release(UUID holder) {
            if (beat(holder) && lease != null) {
                lease = new Lease(holder, lease.name(), lease.beat(), true);
            }
        }
    }
}
