package org.openengagement.ledger.events.intake;

import org.openengagement.ledger.events.EventName;

/**
 * The person was told that the proposal arrived.
 */
@EventName("ReceiptConfirmed")
public record ReceiptConfirmed() implements IntakeEvent {}
