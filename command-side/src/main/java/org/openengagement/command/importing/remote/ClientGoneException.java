package org.openengagement.command.importing.remote;

import java.io.IOException;

/** The client that asked for an import is gone. */
final class ClientGoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClientGoneException(IOException cause) {
        super("The client that asked for this import is gone.", cause);
    }
}
