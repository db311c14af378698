package org.openengagement.query.cases;

/** How a referral ended. The earliest end stands. */
public enum ReferralOutcome {
    /** It has not ended. */
    OPEN,
    /** By a response. */
    ANSWERED,
    /** The institution said that the matter is not its own. */
    DECLINED,
    /** The institution passed the matter on. */
    FORWARDED,
    /** The person took the case back. */
    WITHDRAWN
}
