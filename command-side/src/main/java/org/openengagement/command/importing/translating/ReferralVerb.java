package org.openengagement.command.importing.translating;

import java.util.Set;
import org.openengagement.ledger.events.LedgerEvent;

/** How lines of one event of a referral are imported. An export repeats the referral's number in {@code data}. */
abstract class ReferralVerb extends CaseVerb {

    ReferralVerb(Class<? extends LedgerEvent> event, String... fields) {
        super(event, fields);
    }

    @Override
    public Set<String> ignoredFields() {
        return Set.of("referral");
    }
}
