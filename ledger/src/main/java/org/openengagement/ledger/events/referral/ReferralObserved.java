package org.openengagement.ledger.events.referral;

import java.time.LocalDate;
import org.openengagement.ledger.events.EventName;

/**
 * The source of imported history was last looked at on a day: an open referral is censored there.
 *
 * @param referral the referral
 * @param until the last day watched
 */
@EventName("ReferralObserved")
public record ReferralObserved(String referral, LocalDate until) implements ReferralEvent {}
