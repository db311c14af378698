package org.openengagement.ledger.events.referral;

import org.openengagement.ledger.events.EventName;

/**
 * The institution confirmed that the referral arrived.
 *
 * @param referral the referral
 */
@EventName("ReferralAcknowledged")
public record ReferralAcknowledged(String referral) implements ReferralEvent {}
