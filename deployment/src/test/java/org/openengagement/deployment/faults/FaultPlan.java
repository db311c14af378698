package org.openengagement.deployment.faults;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Faults at random: every kind once in each round, in an order that only the seed knows; a third of them in company. */
final class FaultPlan {

    private final Random random;
    private final List<FaultKind> kinds;
    private final boolean inCompany;
    private final Deque<FaultKind> round = new ArrayDeque<>();

    /**
     * @param kinds what may happen
     * @param inCompany whether two may be on at once
     */
    FaultPlan(long seed, List<FaultKind> kinds, boolean inCompany) {
        this.random = new Random(seed);
        this.kinds = List.copyOf(kinds);
        this.inCompany = inCompany;
    }

    PlannedFault next() {
        if (round.isEmpty()) {
            List<FaultKind> shuffled = new ArrayList<>(kinds);
            Collections.shuffle(shuffled, random);
            round.addAll(shuffled);
        }
        FaultKind kind = round.remove();
        return new PlannedFault(kind, between(500, 4_000), lasts(kind), companion(kind));
    }

    private Duration lasts(FaultKind kind) {
        return switch (kind) {
            // Longer than the ten seconds after which the others elect another.
            case FREEZE_PRIMARY -> between(11_500, 15_000);
            // Longer than the eight seconds after which another takes the lease.
            case FREEZE_WRITER -> between(9_000, 14_000);
            // Longer than any client waits, any node keeps an open question, and the others go without a leader.
            case FREEZE_WRITER_FOR_LONG -> between(16_000, 20_000);
            case KILL_READERS, KILL_PRIMARY, KILL_SECONDARY, KILL_WRITER, LOSE_TWO -> between(1_000, 8_000);
            case CUT, SILENT_LINES -> between(200, 5_000);
            case STEP_DOWN, LOST_ANSWERS -> between(500, 2_000);
        };
    }

    private Optional<FaultKind> companion(FaultKind kind) {
        if (!inCompany || random.nextInt(3) > 0) {
            return Optional.empty();
        }
        List<FaultKind> others =
                kinds.stream().filter(other -> other.realm() != kind.realm()).toList();
        return Optional.of(others.get(random.nextInt(others.size())));
    }

    private Duration between(int leastMilliseconds, int mostMilliseconds) {
        return Duration.ofMillis(random.nextInt(leastMilliseconds, mostMilliseconds));
    }
}
