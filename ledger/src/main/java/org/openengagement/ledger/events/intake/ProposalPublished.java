package org.openengagement.ledger.events.intake;

/**
 * The proposal became public.
 */
public record ProposalPublished() implements IntakeEvent {}
