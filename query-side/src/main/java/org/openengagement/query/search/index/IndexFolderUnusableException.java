package org.openengagement.query.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.openengagement.ledger.start.MendableFailure;

/** The disk does not let the index folder be used. */
public final class IndexFolderUnusableException extends UncheckedIOException implements MendableFailure {

    private static final long serialVersionUID = 1L;

    IndexFolderUnusableException(Path folder, IOException cause) {
        super(
                "The index folder %s cannot be used: %s. Mend that, or name another (oel.index-dir)."
                        .formatted(folder, cause),
                cause);
    }
}
