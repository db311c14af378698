package org.openengagement.ledger.events.response;

import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.EventName;
import org.openengagement.ledger.events.Sealed;

/**
 * The institution replaced an answer. The first date stands.
 *
 * @param referral the referral
 * @param response the new answer's number
 * @param supersedes the number of the answer that it replaces
 * @param kind what it answers now
 * @param text the answer as it now reads
 */
@EventName("ResponseCorrected")
public record ResponseCorrected(
        String referral,
        String response,
        String supersedes,
        ResponseKind kind,
        @Nullable Sealed<String> text) implements ResponseEvent {}
