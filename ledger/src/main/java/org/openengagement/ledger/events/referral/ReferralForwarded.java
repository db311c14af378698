package org.openengagement.ledger.events.referral;

import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.EventName;
import org.openengagement.ledger.events.Sealed;

/**
 * The institution passed the matter on; the referral ends, and the next begins by its own {@link ReferralIssued}.
 *
 * @param referral the referral
 * @param to the slug of the institution it was passed to
 * @param reason what was said
 */
@EventName("ReferralForwarded")
public record ReferralForwarded(
        String referral, String to, @Nullable Sealed<String> reason) implements ReferralEvent {}
