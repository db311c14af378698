package org.openengagement.ledger.events.intake;

/**
 * The person took the proposal back. Every open referral ends.
 */
public record ProposalWithdrawn() implements IntakeEvent {}
