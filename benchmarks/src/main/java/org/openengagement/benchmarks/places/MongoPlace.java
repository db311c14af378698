package org.openengagement.benchmarks.places;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.UUID;

/** Something that speaks MongoDB's protocol. */
public final class MongoPlace {

    private final String name;
    private final MongoClient client;
    private final boolean drops;

    MongoPlace(String name, MongoClient client, boolean drops) {
        this.name = name;
        this.client = client;
        this.drops = drops;
    }

    /** What the tables call it. */
    public String name() {
        return name;
    }

    /** A new database, which answers a write once a majority holds it in its journals. */
    public MongoDatabase fresh() {
        return named("bench_" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** A database of this name. */
    public MongoDatabase named(String database) {
        return client.getDatabase(database).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** A database is used no more. The embedded store drops no ledger; its folder goes with the run. */
    public void forget(MongoDatabase used) {
        if (drops) {
            used.drop();
        }
    }
}
