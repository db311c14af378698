package org.openengagement.command.importing.remote;

import org.springframework.http.HttpStatus;

/** A request to import is refused before anything of it is imported. The message is a sentence for a person. */
final class ImportRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    ImportRefusedException(HttpStatus status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
