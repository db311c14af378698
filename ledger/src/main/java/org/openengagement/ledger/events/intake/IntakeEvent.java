package org.openengagement.ledger.events.intake;

import org.openengagement.ledger.events.LedgerEvent;

/** The family of facts about a proposal before it is referred. */
public sealed interface IntakeEvent extends LedgerEvent
        permits ProposalSubmitted, ReceiptConfirmed, ProposalPublished, ProposalRejected, ProposalWithdrawn {}
