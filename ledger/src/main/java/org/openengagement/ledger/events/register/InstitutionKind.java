package org.openengagement.ledger.events.register;

/** What an institution is. */
public enum InstitutionKind {
    MINISTRY,
    MUNICIPALITY,
    INSPECTORATE,
    AGENCY,
    PARLIAMENT,
    OTHER
}
