package org.openengagement.command.security;

/** Something needs a bearer token, and none was sent. */
public final class UnauthenticatedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnauthenticatedException() {
        super("This needs a bearer token. Send it in the header: Authorization: Bearer TOKEN", null, false, false);
    }
}
