package org.openengagement.query.search;

import java.nio.file.Path;

/** Another process has the index folder. */
public final class IndexInUseException extends RuntimeException {

    IndexInUseException(Path folder, Throwable cause) {
        super(
                "The index folder %s is in use by another process. Stop that one, or give this one a folder of its own (oel.index-dir)."
                        .formatted(folder),
                cause);
    }
}
