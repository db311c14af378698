package org.openengagement.ledger.events.response;

import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.EventName;
import org.openengagement.ledger.events.Sealed;

/**
 * A reply that is not yet an answer. The clock goes on.
 *
 * @param referral the referral
 * @param text what was said
 */
@EventName("InterimReplyPublished")
public record InterimReplyPublished(
        String referral, @Nullable Sealed<String> text) implements ResponseEvent {}
