package org.openengagement.ledger.events.referral;

import org.openengagement.ledger.events.EventName;

/**
 * The institution took the referral on.
 *
 * @param referral the referral
 */
@EventName("ReferralAccepted")
public record ReferralAccepted(String referral) implements ReferralEvent {}
