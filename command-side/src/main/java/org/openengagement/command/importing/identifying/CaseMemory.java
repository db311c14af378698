package org.openengagement.command.importing.identifying;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.cases.CaseState;
import org.openengagement.ledger.events.intake.ProposalSubmitted;
import org.openengagement.ledger.events.intake.Reference;

/**
 * What one lane remembers of the cases that it worked on last: whether they are public, the numbers of their referrals and
 * answers, and which row of the file was refused last. What it has forgotten is read from the ledger. For one thread.
 */
public final class CaseMemory {

    private static final int MOST = 512;

    private final CaseHistory history;
    private final Identities identities;
    private final Map<String, RememberedCase> cases = new LinkedHashMap<>(16, 0.75f, true);
    private long refusedRow;

    /** @param history tells what is not remembered */
    public CaseMemory(CaseHistory history, Identities identities) {
        this.history = history;
        this.identities = identities;
    }

    /** Remembers that a line was refused, and the rest of its row with it: the lines of a row come one after the other. */
    public void refuse(IdentifiedLine identified) {
        refusedRow = identified.line().number();
    }

    /** Whether an earlier line of the same row was refused. */
    public boolean isOfARefusedRow(IdentifiedLine identified) {
        return refusedRow == identified.line().number();
    }

    public RememberedCase of(String caseId) {
        RememberedCase known = cases.get(caseId);
        if (known == null) {
            known = recalled(caseId);
            cases.put(caseId, known);
            if (cases.size() > MOST) {
                cases.remove(cases.keySet().iterator().next());
            }
        }
        return known;
    }

    /** Whether the ledger holds a claim. */
    public boolean holds(String claim) {
        return history.holds(claim);
    }

    /** Forgets a case: the ledger may hold more of it by now. */
    public void forget(String caseId) {
        cases.remove(caseId);
    }

    /** The number of a referral in its case; {@code null} where the ledger has none by this id of the source. */
    @Nullable
    public String referral(String caseId, String ofSource) {
        RememberedCase remembered = of(caseId);
        String number = remembered.numberOfReferral(ofSource);
        if (number == null) {
            String next = history.numbered(identities.referral(caseId, ofSource), caseId);
            while (next != null) {
                number = next;
                next = history.numbered(identities.goesOn(caseId, number), caseId);
            }
            if (number != null) {
                remembered.referral(ofSource, number);
            }
        }
        return number;
    }

    /**
     * Learns under which numbers referrals of a case go on.
     *
     * @param numbers by their ids in the source
     */
    public void numberReferrals(String caseId, Map<String, String> numbers) {
        numbers.forEach(of(caseId)::referral);
    }

    /** The number of an answer in its case; {@code null} where the ledger has none by this id of the source. */
    @Nullable
    public String response(String caseId, String ofSource) {
        String number = of(caseId).numberOfResponse(ofSource);
        return number != null ? number : history.numbered(identities.response(caseId, ofSource), caseId);
    }

    /** A reference of the source, if it is well formed and free; else {@code null}, and the ledger makes a new one. */
    @Nullable
    public String freeReference(@Nullable String reference) {
        if (reference == null || !Reference.isWritten(reference)) {
            return null;
        }
        return history.holds(ProposalSubmitted.claimOf(reference)) ? null : reference;
    }

    private RememberedCase recalled(String caseId) {
        RememberedCase remembered = new RememberedCase();
        CaseState state = history.state(caseId);
        CaseState.Facts facts = state.facts();
        remembered.recall(state.submittedOn(), !facts.published() && !facts.rejected() && !facts.withdrawn());
        state.responses().forEach(each -> remembered.answered(each.referral(), null, each.number()));
        return remembered;
    }
}
