package org.openengagement.ledger.events.referral;

/**
 * The institution confirmed that the referral arrived.
 *
 * @param referral the referral
 */
public record ReferralAcknowledged(String referral) implements ReferralEvent {}
