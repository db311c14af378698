package org.openengagement.embedded.storage;

/**
 * The store's files do not hold what was written, or it is not known whether they hold what was to be written. Nothing is
 * answered from them before they were opened again.
 */
public final class DamagedStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamagedStoreException(String message) {
        super(message);
    }

    DamagedStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
