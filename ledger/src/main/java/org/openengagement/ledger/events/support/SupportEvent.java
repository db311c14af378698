package org.openengagement.ledger.events.support;

import org.openengagement.ledger.events.LedgerEvent;

/** The family of facts about support. */
public sealed interface SupportEvent extends LedgerEvent permits SupportCounted {}
