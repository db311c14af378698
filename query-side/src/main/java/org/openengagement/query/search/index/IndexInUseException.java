package org.openengagement.query.search.index;

import java.nio.file.Path;
import org.openengagement.ledger.start.MendableFailure;

/** Another process has the index folder. */
public final class IndexInUseException extends RuntimeException implements MendableFailure {

    IndexInUseException(Path folder, Throwable cause) {
        super(
                "The index folder %s is in use by another process. Stop that one, or give this one a folder of its own (oel.index-dir)."
                        .formatted(folder),
                cause);
    }
}
