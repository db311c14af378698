package org.openengagement.ledger.events.followup;

import org.openengagement.ledger.events.LedgerEvent;

/** The family of facts after the answer. */
public sealed interface FollowUpEvent extends LedgerEvent permits CaseClosed, StatusChanged {}
