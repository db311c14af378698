package org.openengagement.query.standing;

/** How a referral stands to its due day. Always derived, never stored. */
public enum Timeliness {
    /** No due day is known. */
    NO_DEADLINE,
    /** Open, and the due day is not yet over. */
    NOT_DUE,
    /** Open past its due day. */
    OVERDUE,
    /** Open past twice its term. */
    LONG_OVERDUE,
    /** Answered by its due day. */
    ANSWERED_ON_TIME,
    /** Answered after its due day. */
    ANSWERED_LATE,
    /** Declined, forwarded or withdrawn before any response. */
    ENDED_UNANSWERED,
    /** Imported, open, and not watched past its due day: whether it was answered in time is not known. */
    UNKNOWN
}
