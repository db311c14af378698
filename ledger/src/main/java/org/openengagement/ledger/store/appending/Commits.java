package org.openengagement.ledger.store.appending;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openengagement.ledger.store.LedgerUnavailableException;

/**
 * What the appender needs of the database. Every answer is of what a majority holds, given by the primary.
 *
 * @throws LedgerUnavailableException from every question that finds no answer
 */
public interface Commits {

    /** Tries once to write a commit, to a majority and to its journals. */
    Insertion insert(Commit commit);

    Head head();

    /** The batch that stands at exactly this first position. */
    Optional<UUID> batchAt(long first);

    /** The commits that hold any of these claims. */
    List<Holder> holding(Collection<String> claims);

    /** What the database's clock shows. */
    Instant databaseTime();

    /**
     * A commit that stands in the ledger.
     *
     * @param batch its identity
     * @param claims all that it took
     */
    record Holder(UUID batch, List<String> claims) {}
}
