package org.openengagement.ledger.events;

/** Who may see an opened sealed field. */
public enum Audience {
    /** Everyone, from the publication of the proposal on, not before. */
    PUBLIC,
    /** The citizen, the institutions that the case was referred to, and the coordinator. */
    PARTIES,
    /** Those who keep the ledger. */
    STAFF
}
