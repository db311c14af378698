package org.openengagement.ledger.events.referral;

/**
 * The institution took the referral on.
 *
 * @param referral the referral
 */
public record ReferralAccepted(String referral) implements ReferralEvent {}
