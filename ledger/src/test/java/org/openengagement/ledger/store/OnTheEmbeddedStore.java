package org.openengagement.ledger.store;

/** Holds a contract against the embedded store. */
public interface OnTheEmbeddedStore extends DatabaseUnderTest {

    @Override
    default String connectionString() {
        return EmbeddedDatabase.connectionString();
    }
}
