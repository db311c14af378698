package org.openengagement.ledger.events.referral;

/** What an institution is asked for. Only a referral for ANSWER is an obligation to answer, and counts in figures. */
public enum ReferralPurpose {
    ANSWER,
    INFORMATION
}
