package org.openengagement.command.importing.remote;

import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.start.MendableFailure;

/**
 * A server did not import a file, or not to its end. The message tells a person why, and what to do. The same file can always
 * be given again: nothing is recorded twice.
 */
public final class ImportNotDoneException extends RuntimeException implements MendableFailure {

    private static final long serialVersionUID = 1L;

    ImportNotDoneException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
