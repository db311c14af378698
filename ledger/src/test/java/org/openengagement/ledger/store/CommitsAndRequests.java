package org.openengagement.ledger.store;

import java.util.Optional;

/** What recording a unit, and answering its repeat, needs of the database. */
interface CommitsAndRequests extends Commits {

    /** See {@link LedgerStore#request}. */
    Optional<RecordedRequest> request(String claim);
}
