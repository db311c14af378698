package org.openengagement.ledger.store;

import com.mongodb.client.MongoDatabase;

/** The database that a contract is held against. */
public interface DatabaseUnderTest {

    /** Where it is reached; skips the test where there is none. */
    String connectionString();

    /** Called with what a test used of it, when the test is over. */
    default void forget(MongoDatabase used) {}
}
