package org.openengagement.transparency;

import org.jspecify.annotations.Nullable;

/** A key, a note or a checkpoint is not written as its format says. The message says what is wrong. */
public final class MalformedTextException extends RuntimeException {

    MalformedTextException(String message) {
        super(message);
    }

    MalformedTextException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
