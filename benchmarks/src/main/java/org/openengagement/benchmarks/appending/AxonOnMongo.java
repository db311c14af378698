package org.openengagement.benchmarks.appending;

import com.mongodb.client.MongoDatabase;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.StorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentperevent.DocumentPerEventStorageStrategy;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.openengagement.benchmarks.places.MongoPlace;

/** Axon's Mongo extension, one document an event, written to a majority and its journals. */
record AxonOnMongo(MongoPlace place) implements Peer {

    @Override
    public Round begin() {
        MongoDatabase database = place.fresh();
        Serializer serializer = Jackson3Serializer.builder().build();
        MongoTemplate collections =
                DefaultMongoTemplate.builder().mongoDatabase(database).build();
        StorageStrategy oneDocumentAnEvent = new DocumentPerEventStorageStrategy();
        oneDocumentAnEvent.ensureIndexes(collections.eventCollection(), collections.snapshotCollection());
        MongoEventStorageEngine engine = MongoEventStorageEngine.builder()
                .mongoTemplate(collections)
                .storageStrategy(oneDocumentAnEvent)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
        EmbeddedEventStore events =
                EmbeddedEventStore.builder().storageEngine(engine).build();
        return new ThroughAnEventStore(events, () -> {
            events.shutDown();
            place.forget(database);
        });
    }
}
