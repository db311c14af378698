package org.openengagement.ledger.events.followup;

import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.EventName;
import org.openengagement.ledger.events.Sealed;

/**
 * The case was closed. No referral ends by it and no clock stops.
 *
 * @param reason why
 * @param text what was said
 */
@EventName("CaseClosed")
public record CaseClosed(CloseReason reason, @Nullable Sealed<String> text) implements FollowUpEvent {}
