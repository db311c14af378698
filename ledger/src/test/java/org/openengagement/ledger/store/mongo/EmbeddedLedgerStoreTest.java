package org.openengagement.ledger.store.mongo;

import org.junit.jupiter.api.Nested;
import org.openengagement.ledger.store.OnTheEmbeddedStore;

/** The contracts of the ledger's store on the embedded store. */
class EmbeddedLedgerStoreTest {

    @Nested
    class Appending extends AppendingContract implements OnTheEmbeddedStore {}

    @Nested
    class Racing extends RacingContract implements OnTheEmbeddedStore {}

    @Nested
    class Claims extends ClaimsContract implements OnTheEmbeddedStore {}

    @Nested
    class Bounds extends BoundsContract implements OnTheEmbeddedStore {}

    @Nested
    class Clock extends ClockContract implements OnTheEmbeddedStore {}

    @Nested
    class Reading extends ReadingContract implements OnTheEmbeddedStore {}

    @Nested
    class UnknownOutcomes extends UnknownOutcomesContract implements OnTheEmbeddedStore {}

    @Nested
    class WhoWrites extends LeaseContract implements OnTheEmbeddedStore {}

    @Nested
    class OneWriter extends OneWriterContract implements OnTheEmbeddedStore {}

    @Nested
    class Model extends ModelContract implements OnTheEmbeddedStore {}
}
