package org.openengagement.benchmarks.places;

/** A database cannot be had on this machine. What needs it is left out, and the report says so. */
public final class UnavailableException extends RuntimeException {

    public UnavailableException(String why) {
        super(why);
    }
}
