package org.openengagement.embedded.storage.files;

/** The disk did not take a change: surely nothing of it is stored. What was stored before is still answered. */
public final class NotWrittenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean diskFull;

    public NotWrittenException(StorePlace place, Throwable cause) {
        super(
                "%s could not be written: %s. Nothing of this was stored; the store goes on by itself once the disk takes writes again."
                        .formatted(place.file().getFileName(), DiskTrouble.of(cause)),
                cause);
        this.diskFull = DiskTrouble.isFull(cause);
    }

    /** Whether there is no space left. */
    public boolean diskFull() {
        return diskFull;
    }
}
