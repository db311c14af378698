package org.openengagement.embedded.storage.files;

/**
 * The store's files do not hold what was written, or it is not known whether they hold what was to be written. Nothing is
 * answered from them before they were opened again.
 */
public final class DamagedStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DamagedStoreException(String message) {
        super(message);
    }

    public DamagedStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
