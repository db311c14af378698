package org.openengagement.ledger.store.appending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Where the clocks of the writers, and of the database, are set wrong and right again at any reading. */
final class WrongClocks implements Stage {

    private final List<Clock> ofWriters = new ArrayList<>();
    private final List<Clock> ofTheDatabase = new ArrayList<>();

    @Override
    public CommitsAndRequests commits(Line line, CommitsInMemory replicaSet) {
        return TroubledCommits.almostSound(line, replicaSet);
    }

    @Override
    public InstantSource clock(World world) {
        return added(new Clock(world), ofWriters);
    }

    @Override
    public InstantSource databaseClock(World world) {
        ofWriters.clear();
        ofTheDatabase.clear();
        return added(new Clock(world), ofTheDatabase);
    }

    /** When a writer's clock and the database's were ahead together, nobody could know better. */
    @Override
    public boolean mayEndInTheFuture() {
        return ofWriters.stream().anyMatch(clock -> clock.wasWrong)
                && ofTheDatabase.stream().anyMatch(clock -> clock.wasWrong);
    }

    private static Clock added(Clock clock, List<Clock> clocks) {
        clocks.add(clock);
        return clock;
    }

    /** How somebody, or something, sets a clock. */
    private enum Setting {
        AS_IT_WAS(Duration.ZERO),
        RIGHT(Duration.ZERO),
        BACK_A_LITTLE(Duration.ofSeconds(-20)),
        AHEAD_A_LITTLE(Duration.ofSeconds(20)),
        BACK_A_DAY(Duration.ofDays(-1)),
        AHEAD_A_DAY(Duration.ofDays(1));

        private static final List<Setting> ALL = List.of(values());

        private final Duration off;

        Setting(Duration off) {
            this.off = off;
        }
    }

    private static final class Clock implements InstantSource {

        private final World world;
        private Duration off = Duration.ZERO;
        private boolean wasWrong;

        Clock(World world) {
            this.world = world;
        }

        @Override
        public Instant instant() {
            Setting setting = world.isCalm() ? Setting.RIGHT : world.choose(Setting.ALL);
            if (setting != Setting.AS_IT_WAS) {
                off = setting.off;
                wasWrong |= !off.isZero();
                if (!world.isCalm()) {
                    world.tell(() -> "A clock is set: %s".formatted(setting));
                }
            }
            return world.clock().instant().plus(off);
        }
    }
}
