package org.openengagement.query.cases;

/** How a referral stands to its deadline on a day. Derived, never stored. */
public enum Timeliness {
    /** No deadline is known. */
    NO_DEADLINE,
    /** Open, and the due day has not passed. */
    NOT_DUE,
    /** Open past the due day. */
    OVERDUE,
    /** Open past twice the term. */
    LONG_OVERDUE,
    /** Answered on or before the due day. */
    ANSWERED_ON_TIME,
    /** Answered after the due day. */
    ANSWERED_LATE,
    /** Ended without an answer. */
    ENDED_UNANSWERED,
    /** Imported, and not watched past the due day. */
    UNKNOWN
}
