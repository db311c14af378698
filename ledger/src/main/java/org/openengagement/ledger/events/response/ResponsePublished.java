package org.openengagement.ledger.events.response;

import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.EventName;
import org.openengagement.ledger.events.Sealed;

/**
 * The institution answered; the day is the event's {@code effectiveOn}.
 *
 * @param referral the referral
 * @param response {@code a1}, {@code a2} ... in its case
 * @param kind what it answered
 * @param text the answer itself
 */
@EventName("ResponsePublished")
public record ResponsePublished(
        String referral,
        String response,
        ResponseKind kind,
        @Nullable Sealed<String> text) implements ResponseEvent {}
