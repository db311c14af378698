package org.openengagement.ledger.events.referral;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.EventName;

/**
 * The proposal was handed to an institution; the day of delivery is the event's {@code effectiveOn}.
 *
 * @param referral {@code r1}, {@code r2} ... in its case
 * @param to the institution's slug
 * @param purpose what it is asked for
 * @param legalBasis the code of the legal basis that sets the term
 * @param dueOn the last day on which an answer is on time; {@code null}: no deadline known
 * @param computed how {@code dueOn} was computed; {@code null} where it was given
 * @param forwardedFrom the referral that was forwarded here
 */
@EventName("ReferralIssued")
public record ReferralIssued(
        String referral,
        String to,
        ReferralPurpose purpose,
        @Nullable String legalBasis,
        @Nullable LocalDate dueOn,
        @Nullable ComputedDeadline computed,
        @Nullable String forwardedFrom)
        implements ReferralEvent {}
