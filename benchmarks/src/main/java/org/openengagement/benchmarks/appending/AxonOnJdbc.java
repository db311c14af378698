package org.openengagement.benchmarks.appending;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Axon's own event store on JDBC. A unit of one event is one statement, and commits by itself: the quickest way there is. */
final class AxonOnJdbc implements Peer {

    private static final AtomicInteger TABLES = new AtomicInteger();

    private final DataSource database;

    AxonOnJdbc(DataSource database) {
        this.database = database;
    }

    @Override
    public Round begin() {
        int number = TABLES.incrementAndGet();
        String events = "events_" + number;
        String snapshots = "snapshots_" + number;
        Serializer serializer = Jackson3Serializer.builder().build();
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(database::getConnection)
                .transactionManager(NoTransactionManager.INSTANCE)
                .schema(EventSchema.builder()
                        .eventTable(events)
                        .snapshotTable(snapshots)
                        .build())
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        EmbeddedEventStore store =
                EmbeddedEventStore.builder().storageEngine(engine).build();
        return new ThroughAnEventStore(store, () -> {
            store.shutDown();
            drop(events);
            drop(snapshots);
        });
    }

    private void drop(String table) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE " + table);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
