package org.openengagement.query.api;

import org.springframework.http.HttpStatus;

/** A request to the GraphQL endpoint is no question, whatever it may be. The message says where, and why. */
final class RefusedRequestException extends Exception {

    private final HttpStatus status;

    RefusedRequestException(HttpStatus status, String message) {
        super(message);
        this.status = status;
    }

    /** The body is not what it must be. */
    static RefusedRequestException malformed(String message) {
        return new RefusedRequestException(HttpStatus.BAD_REQUEST, message);
    }

    /** As errors of the contract have it. */
    String code() {
        return status == HttpStatus.SERVICE_UNAVAILABLE ? "UNAVAILABLE" : "INVALID";
    }

    HttpStatus status() {
        return status;
    }
}
