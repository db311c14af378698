package org.openengagement.query.standing;

/** How a referral for ANSWER came out. */
public enum ReferralOutcome {
    /** Nothing has ended it. */
    OPEN,
    /** A response that counts was given. */
    ANSWERED,
    /** The institution said that it is not its matter, by declining or by a NOT_COMPETENT response. */
    DECLINED,
    /** Passed on to another institution; the next referral is an obligation of its own. */
    FORWARDED,
    /** The person took the proposal back. */
    WITHDRAWN
}
