package org.openengagement.ledger.store;

/** Something that must be unique in the ledger is there already. Nothing of the unit was recorded. */
public final class ClaimTakenException extends RuntimeException {

    private final String claim;

    public ClaimTakenException(String claim) {
        super("The ledger already holds %s.".formatted(claim));
        this.claim = claim;
    }

    /** The claim that was taken: {@code stream#sequence}, or one of the unit's own. */
    public String claim() {
        return claim;
    }
}
