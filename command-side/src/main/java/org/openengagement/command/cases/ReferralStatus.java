package org.openengagement.command.cases;

/** Whether a referral is open, and if not, how it ended. */
public enum ReferralStatus {
    OPEN,
    ANSWERED,
    NOT_COMPETENT,
    DECLINED,
    FORWARDED,
    WITHDRAWN
}
