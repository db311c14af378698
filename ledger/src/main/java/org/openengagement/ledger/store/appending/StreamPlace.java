package org.openengagement.ledger.store.appending;

import org.openengagement.ledger.store.StoredEntry;

/** A place in a stream, as it is claimed: {@code stream#sequence}. */
public final class StreamPlace {

    private StreamPlace() {}

    public static String claim(String stream, long sequence) {
        return stream + "#" + sequence;
    }

    public static String claim(StoredEntry entry) {
        return claim(entry.stream(), entry.sequence());
    }
}
