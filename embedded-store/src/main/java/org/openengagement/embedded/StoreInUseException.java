package org.openengagement.embedded;

import java.nio.file.Path;

/** The directory is held by another store, in this process or another. */
public final class StoreInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String holder;

    StoreInUseException(Path directory, String holder) {
        super("The data directory %s is in use by %s. Stop that first, or use another directory."
                .formatted(directory.toAbsolutePath(), holder));
        this.holder = holder;
    }

    /** Who holds it, and since when: "process 123 on town-hall since 2026-11-22T03:30:00Z". */
    public String holder() {
        return holder;
    }
}
