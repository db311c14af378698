package org.openengagement.ledger.events.intake;

/** The way a proposal came in. */
public enum Channel {
    WEB,
    PHONE,
    PAPER,
    IN_PERSON,
    EMAIL,
    SOCIAL,
    OPEN311,
    IMPORT
}
