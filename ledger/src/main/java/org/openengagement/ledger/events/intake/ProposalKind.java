package org.openengagement.ledger.events.intake;

/** What kind of thing a person brought forward. */
public enum ProposalKind {
    IDEA,
    COMPLAINT,
    QUESTION,
    PETITION,
    REPORT,
    CONSULTATION_COMMENT
}
