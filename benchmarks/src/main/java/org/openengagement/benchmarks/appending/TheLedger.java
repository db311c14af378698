package org.openengagement.benchmarks.appending;

import com.mongodb.client.MongoDatabase;
import org.openengagement.benchmarks.places.LedgerNode;
import org.openengagement.benchmarks.places.MongoPlace;

/** The ledger itself, through Axon's event store. */
record TheLedger(MongoPlace place) implements Peer {

    @Override
    public Round begin() {
        MongoDatabase database = place.fresh();
        LedgerNode node = LedgerNode.in(database);
        return new ThroughAnEventStore(node.eventStore(), () -> {
            node.close();
            place.forget(database);
        });
    }
}
