package org.openengagement.ledger.events.followup;

/** Where a case stands. A pure function of the case, see DOMAIN: the first that applies, in the order withdrawn, rejected, closed, awaiting clarification, awaiting response, referred, in implementation, answered, published, in moderation, received. */
public enum Stage {
    RECEIVED,
    IN_MODERATION,
    PUBLISHED,
    REFERRED,
    AWAITING_RESPONSE,
    AWAITING_CLARIFICATION,
    ANSWERED,
    IN_IMPLEMENTATION,
    CLOSED,
    WITHDRAWN,
    REJECTED
}
