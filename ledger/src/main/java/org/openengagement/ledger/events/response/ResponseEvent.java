package org.openengagement.ledger.events.response;

import org.openengagement.ledger.events.LedgerEvent;

/** The family of facts about answers. */
public sealed interface ResponseEvent extends LedgerEvent
        permits InterimReplyPublished, ResponsePublished, ResponseCorrected {}
