package org.openengagement.query.standing;

/** What can be learnt about a referral after it was delivered. */
public enum FactKind {
    /** A response that counts: any kind but NOT_COMPETENT. */
    ANSWERED,
    /** Declined, or answered as NOT_COMPETENT. */
    DECLINED,
    /** Passed on to another institution. */
    FORWARDED,
    /** Taken back by the person. */
    WITHDRAWN,
    /** On that day the source of imported history was looked at, and showed it open. */
    OBSERVED
}
