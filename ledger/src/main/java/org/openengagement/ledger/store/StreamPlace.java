package org.openengagement.ledger.store;

/** A place in a stream, as it is claimed: {@code stream#sequence}. */
final class StreamPlace {

    private StreamPlace() {}

    static String claim(String stream, long sequence) {
        return stream + "#" + sequence;
    }

    static String claim(StoredEntry entry) {
        return claim(entry.stream(), entry.sequence());
    }
}
