package org.openengagement.ledger.store.appending;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of a commit that was tried to be written. It is final. */
sealed interface CommitOutcome {

    /** It stands in the ledger. */
    record Stands() implements CommitOutcome {}

    /** It can never stand in the ledger: another's commit is at its position. */
    record PositionTaken() implements CommitOutcome {}

    /** It can never stand in the ledger: these of its claims are another's. */
    record ClaimsTaken(Set<String> claims) implements CommitOutcome {}

    /** It does not stand in the ledger: the database will not have it. */
    record Refused(RuntimeException cause) implements CommitOutcome {}

    /** Nobody could say in time whether it stands in the ledger. */
    record InDoubt(@Nullable RuntimeException cause) implements CommitOutcome {}
}
