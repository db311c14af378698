package org.openengagement.embedded.storage;

/** The store's files do not hold what was written, or could not be written; nothing more is answered from them. */
public final class DamagedStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamagedStoreException(String message) {
        super(message);
    }

    DamagedStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
