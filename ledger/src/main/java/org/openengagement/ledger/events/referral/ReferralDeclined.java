package org.openengagement.ledger.events.referral;

import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.EventName;
import org.openengagement.ledger.events.Sealed;

/**
 * The institution said that the matter is not its own; the referral ends.
 *
 * @param referral the referral
 * @param reason what it said
 */
@EventName("ReferralDeclined")
public record ReferralDeclined(String referral, @Nullable Sealed<String> reason) implements ReferralEvent {}
