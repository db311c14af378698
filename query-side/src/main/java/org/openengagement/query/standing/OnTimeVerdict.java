package org.openengagement.query.standing;

/** What a referral says about the on-time rate. */
public enum OnTimeVerdict {
    /** No due day, or it is not yet over. */
    NOT_IN_IT,
    /** Answered by its due day. */
    HIT,
    /** Not answered by its due day, though it was still owed then. */
    MISS,
    /** Declined, forwarded or withdrawn by its due day: no longer owed when it fell due. */
    ENDED_BY_DUE_DAY,
    /** Not watched past its due day. */
    UNKNOWN
}
