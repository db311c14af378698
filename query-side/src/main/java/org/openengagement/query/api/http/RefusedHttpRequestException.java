package org.openengagement.query.api.http;

import org.springframework.http.HttpStatus;

/** A request to the GraphQL endpoint is refused before GraphQL sees it. The message says where it is wrong, and why. */
final class RefusedHttpRequestException extends Exception {

    private final HttpStatus status;

    RefusedHttpRequestException(HttpStatus status, String message) {
        super(message);
        this.status = status;
    }

    /** The body is not what it must be. */
    static RefusedHttpRequestException malformed(String message) {
        return new RefusedHttpRequestException(HttpStatus.BAD_REQUEST, message);
    }

    /** As errors of the contract have it. */
    String code() {
        return status == HttpStatus.SERVICE_UNAVAILABLE ? "UNAVAILABLE" : "INVALID";
    }

    HttpStatus status() {
        return status;
    }
}
