package org.openengagement.benchmarks.appending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.bson.BsonBinary;
import org.bson.Document;
import org.openengagement.benchmarks.places.MongoPlace;
import org.openengagement.ledger.events.LedgerEvent;

/**
 * The bare driver: one {@code insertOne} an event, with the fields that a commit holds of it. It writes no JSON, computes no
 * hash, keeps no order and refuses no second event at a place: nothing on this driver can be quicker and keep each event.
 */
final class OneInsertAnEvent implements Peer {

    private final MongoPlace place;
    private final Document sample;

    /** @param sample an event as a commit holds it */
    OneInsertAnEvent(MongoPlace place, Document sample) {
        this.place = place;
        this.sample = sample;
    }

    @Override
    public Round begin() {
        MongoDatabase database = place.fresh();
        MongoCollection<Document> events = database.getCollection("events");
        return new Round() {
            @Override
            public void record(DomainEventMessage<LedgerEvent> event) {
                Document document = new Document(sample);
                document.putAll(new Document("_id", new BsonBinary(UUID.fromString(event.getIdentifier())))
                        .append("stream", event.getAggregateIdentifier())
                        .append("sequence", event.getSequenceNumber()));
                events.insertOne(document);
            }

            @Override
            public void close() {
                place.forget(database);
            }
        };
    }

    /** An event as a commit document holds it. */
    static Document sampleOf(Document commit) {
        List<Document> events = commit.getList("events", Document.class);
        return events.getFirst();
    }
}
