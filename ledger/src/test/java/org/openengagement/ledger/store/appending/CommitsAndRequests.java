package org.openengagement.ledger.store.appending;

import java.util.Optional;
import org.openengagement.ledger.store.LedgerStore;
import org.openengagement.ledger.store.RecordedRequest;

/** What recording a unit, and answering its repeat, needs of the database. */
public interface CommitsAndRequests extends Commits {

    /** See {@link LedgerStore#request}. */
    Optional<RecordedRequest> request(String claim);
}
