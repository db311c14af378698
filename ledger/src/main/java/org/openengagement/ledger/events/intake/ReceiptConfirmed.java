package org.openengagement.ledger.events.intake;

/**
 * The person was told that the proposal arrived.
 */
public record ReceiptConfirmed() implements IntakeEvent {}
