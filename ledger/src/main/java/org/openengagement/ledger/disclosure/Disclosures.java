package org.openengagement.ledger.disclosure;

import java.util.List;
import org.openengagement.ledger.entry.Disclosure;

/** Where the values of sealed fields are kept: beside the ledger, one document per event, so that they can be erased. */
public interface Disclosures extends DisclosureReader {

    /** Keeps these durably, before the entries that they open are appended. Keeping one again is harmless. */
    void keep(List<Disclosure> disclosures);
}
