package org.openengagement.command.cases;

import java.util.List;
import java.util.Optional;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.events.intake.ProposalSubmitted;
import org.openengagement.ledger.events.intake.Reference;
import org.openengagement.ledger.store.LedgerStore;

/** Finds a case by its public reference, in the ledger itself: the reference is a claim. */
public final class CaseDirectory {

    private final LedgerStore store;

    public CaseDirectory(LedgerStore store) {
        this.store = store;
    }

    /** The id of the case that has a reference, as somebody typed it. */
    public Optional<String> find(String typed) {
        return Reference.read(typed)
                .map(ProposalSubmitted::claimOf)
                .flatMap(
                        claim -> Optional.ofNullable(store.taken(List.of(claim)).get(claim)))
                .map(position -> Streams.caseOf(store.read(position, 1).getFirst().stream()));
    }

    /**
     * The same, needed.
     *
     * @param field the input that holds the reference
     * @throws Refusal if it is no reference, or there is no such case
     */
    public String need(String field, String typed) {
        String reference =
                Reference.read(typed).orElseThrow(() -> Refusal.invalid(field, Reference.whatIsWrongWith(typed)));
        return find(reference)
                .orElseThrow(() -> Refusal.notFound(field, "The ledger holds no case %s.".formatted(reference)));
    }
}
