package org.openengagement.ledger.events;

/** In which capacity somebody acted. */
public enum Role {
    /** A person who submits or follows a proposal. */
    CITIZEN,
    /** Takes down what a caller or a letter says. */
    OPERATOR,
    /** Publishes, refers and follows up; a ministry in the ledger's first home. */
    COORDINATOR,
    /** Acts for an institution that a proposal was referred to. */
    OFFICER,
    /** Hides or erases content, with a public ground. */
    PRIVACY_OFFICER,
    /** Keeps the register of institutions, legal bases and calendars. */
    ADMIN,
    /** History brought in from another source. */
    IMPORT,
    /** The ledger itself. */
    SYSTEM
}
