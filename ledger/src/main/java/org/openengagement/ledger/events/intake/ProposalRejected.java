package org.openengagement.ledger.events.intake;

import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.EventName;
import org.openengagement.ledger.events.Sealed;

/**
 * The proposal was not admitted.
 *
 * @param code why
 * @param text what the person was told
 */
@EventName("ProposalRejected")
public record ProposalRejected(RejectionCode code, @Nullable Sealed<String> text) implements IntakeEvent {}
