package org.openengagement.ledger.store.appending;

import java.time.InstantSource;

/** What a history is played on. */
public interface Stage {

    /** A replica set of which everything can go wrong but its clocks. */
    Stage A_REPLICA_SET = TroubledCommits::of;

    /** The same, where all but one writer stand by. */
    Stage WITH_A_LEASE = new Stage() {

        @Override
        public CommitsAndRequests commits(Line line, CommitsInMemory replicaSet) {
            return TroubledCommits.of(line, replicaSet);
        }

        @Override
        public boolean hasALease() {
            return true;
        }
    };

    /** A replica set that keeps the texts of all entries as well. */
    Stage WITH_TEXTS = new Stage() {

        @Override
        public CommitsAndRequests commits(Line line, CommitsInMemory replicaSet) {
            return TroubledCommits.of(line, replicaSet);
        }

        @Override
        public boolean hasTexts() {
            return true;
        }
    };

    CommitsAndRequests commits(Line line, CommitsInMemory replicaSet);

    /** Whether one writes at a time. */
    default boolean hasALease() {
        return false;
    }

    /** Whether entries have texts, which are kept beside them. */
    default boolean hasTexts() {
        return false;
    }

    /** What a writer's machine shows. */
    default InstantSource clock(World world) {
        return world.clock();
    }

    /** Whether it can be that the last entry is recorded at an instant that is yet to come, so that nothing can follow. */
    default boolean mayEndInTheFuture() {
        return false;
    }

    /** What the database's machine shows. */
    default InstantSource databaseClock(World world) {
        return world.clock();
    }
}
