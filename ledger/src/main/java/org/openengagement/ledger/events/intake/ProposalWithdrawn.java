package org.openengagement.ledger.events.intake;

import org.openengagement.ledger.events.EventName;

/**
 * The person took the proposal back. Every open referral ends.
 */
@EventName("ProposalWithdrawn")
public record ProposalWithdrawn() implements IntakeEvent {}
