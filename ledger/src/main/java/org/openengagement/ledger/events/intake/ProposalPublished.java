package org.openengagement.ledger.events.intake;

import org.openengagement.ledger.events.EventName;

/**
 * The proposal became public.
 */
@EventName("ProposalPublished")
public record ProposalPublished() implements IntakeEvent {}
