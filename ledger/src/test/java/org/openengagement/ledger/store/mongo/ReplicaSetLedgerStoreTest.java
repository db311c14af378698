package org.openengagement.ledger.store.mongo;

import org.junit.jupiter.api.Nested;
import org.openengagement.ledger.store.OnTheReplicaSet;

/** The contracts of the ledger's store on a real MongoDB. */
class ReplicaSetLedgerStoreTest {

    @Nested
    class Appending extends AppendingContract implements OnTheReplicaSet {}

    @Nested
    class Racing extends RacingContract implements OnTheReplicaSet {}

    @Nested
    class Claims extends ClaimsContract implements OnTheReplicaSet {}

    @Nested
    class Bounds extends BoundsContract implements OnTheReplicaSet {}

    @Nested
    class Clock extends ClockContract implements OnTheReplicaSet {}

    @Nested
    class Reading extends ReadingContract implements OnTheReplicaSet {}

    @Nested
    class UnknownOutcomes extends UnknownOutcomesContract implements OnTheReplicaSet {}

    @Nested
    class WhoWrites extends LeaseContract implements OnTheReplicaSet {}

    @Nested
    class OneWriter extends OneWriterContract implements OnTheReplicaSet {}

    @Nested
    class Model extends ModelContract implements OnTheReplicaSet {}
}
