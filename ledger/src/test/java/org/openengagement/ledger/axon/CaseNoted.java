package org.openengagement.ledger.axon;

import java.util.List;
import org.openengagement.ledger.events.EventName;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Sealed;

/** An event as small as one can be. */
@EventName("CaseNoted")
record CaseNoted(String note, Sealed<String> text, List<String> unique) implements LedgerEvent {

    @Override
    public List<String> claims() {
        return unique;
    }
}
