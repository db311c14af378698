package org.openengagement.ledger.events.register;

import org.openengagement.ledger.events.LedgerEvent;

/** The family of facts about what cases refer to. */
public sealed interface RegisterEvent extends LedgerEvent
        permits InstitutionRegistered, LegalBasisEnacted, HolidayCalendarPublished {}
