package org.openengagement.ledger.start;

import org.jspecify.annotations.Nullable;

/** A setting cannot be meant; the message names it, and says what it must be. */
public final class UnusableSettingException extends IllegalArgumentException implements MendableFailure {

    private static final long serialVersionUID = 1L;

    public UnusableSettingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
