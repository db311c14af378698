package org.openengagement.ledger.store;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of a commit, for good. */
sealed interface Outcome {

    /** It stands in the ledger. */
    record Stands() implements Outcome {}

    /** It can never stand in the ledger: another's commit is at its position. */
    record PositionTaken() implements Outcome {}

    /** It can never stand in the ledger: these of its claims are another's. */
    record ClaimsTaken(Set<String> claims) implements Outcome {}

    /** It does not stand in the ledger: the database will not have it. */
    record Refused(RuntimeException cause) implements Outcome {}

    /** Nobody could say in time whether it stands in the ledger. */
    record InDoubt(@Nullable RuntimeException cause) implements Outcome {}
}
