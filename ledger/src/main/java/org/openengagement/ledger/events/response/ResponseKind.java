package org.openengagement.ledger.events.response;

/** What an institution answered. NOT_COMPETENT ends the referral as declining does, and is not an answer in the figures. */
public enum ResponseKind {
    ACCEPTED,
    PARTIALLY_ACCEPTED,
    REJECTED,
    UNFEASIBLE,
    NOT_COMPETENT,
    ALREADY_DONE,
    INFORMATION_PROVIDED
}
