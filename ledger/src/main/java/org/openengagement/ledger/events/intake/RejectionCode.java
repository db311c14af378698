package org.openengagement.ledger.events.intake;

/** Why a proposal was not published. */
public enum RejectionCode {
    DUPLICATE,
    NO_ACTION,
    OUTSIDE_REMIT,
    UNCLEAR,
    OFFENSIVE,
    PERSONAL_DATA,
    UNLAWFUL,
    IRRELEVANT,
    HONOURS,
    OTHER
}
