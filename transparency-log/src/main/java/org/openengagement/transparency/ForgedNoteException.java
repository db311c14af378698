package org.openengagement.transparency;

/** A note carries a signature in the name and id of a known key that this key did not make. */
public final class ForgedNoteException extends RuntimeException {

    // Keys are values, and this is never serialised.
    private final transient VerifierKey key;

    ForgedNoteException(VerifierKey key) {
        super("The signature of %s does not verify.".formatted(key.name()));
        this.key = key;
    }

    /** The key that did not sign. */
    public VerifierKey key() {
        return key;
    }
}
