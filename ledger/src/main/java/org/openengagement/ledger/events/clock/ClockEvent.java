package org.openengagement.ledger.events.clock;

import org.openengagement.ledger.events.LedgerEvent;

/** The family of facts about the days that count. */
public sealed interface ClockEvent extends LedgerEvent permits GroundGiven {}
