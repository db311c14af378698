package org.openengagement.command.importing.remote;

import java.io.IOException;

/** Whoever asked for an import listens no more. */
final class ClientGoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClientGoneException(IOException cause) {
        super("Whoever asked for this import listens no more.", cause);
    }
}
