package org.openengagement.command.importing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.cases.Reference;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.events.intake.ProposalSubmitted;
import org.openengagement.ledger.events.referral.ReferralIssued;
import org.openengagement.ledger.events.response.ResponseCorrected;
import org.openengagement.ledger.events.response.ResponsePublished;
import org.openengagement.ledger.store.LedgerStore;

/**
 * What one lane remembers of the cases that it worked on last: which are public, and the numbers of their referrals and
 * answers. What it forgot, the ledger tells. For one thread.
 */
final class CaseMemory {

    private static final int MOST = 512;

    /** One case. */
    static final class Remembered {

        @Nullable
        LocalDate submittedOn;

        boolean waitsForPublication;
        final Map<String, String> referrals = new HashMap<>();
        final Map<String, String> responses = new HashMap<>();
        final Map<String, String> lastResponse = new HashMap<>();
    }

    private final OpenedLedger ledger;
    private final LedgerStore store;
    private final Identities identities;
    private final Map<String, Remembered> cases = new LinkedHashMap<>(16, 0.75f, true);

    CaseMemory(OpenedLedger ledger, LedgerStore store, Identities identities) {
        this.ledger = ledger;
        this.store = store;
        this.identities = identities;
    }

    Remembered of(String caseId) {
        Remembered known = cases.get(caseId);
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
    boolean holds(String claim) {
        return store.taken(List.of(claim)).containsKey(claim);
    }

    /** Lets go of what is remembered of a line's case: the ledger may hold more of it by now. */
    void forget(Work work) {
        if (work.ofCase()) {
            cases.remove(work.caseId());
        }
    }

    /** The number of a referral in its case; {@code null} where the ledger has none by this id of the source. */
    @Nullable
    String referral(String caseId, String ofSource) {
        Remembered remembered = of(caseId);
        String number = remembered.referrals.get(ofSource);
        if (number == null) {
            number = claimed(identities.referral(caseId, ofSource), caseId);
            if (number != null) {
                remembered.referrals.put(ofSource, number);
            }
        }
        return number;
    }

    /** The number of an answer in its case; {@code null} where the ledger has none by this id of the source. */
    @Nullable
    String response(String caseId, String ofSource) {
        String number = of(caseId).responses.get(ofSource);
        return number != null ? number : claimed(identities.response(caseId, ofSource), caseId);
    }

    /** A reference of the source, where it is one and nobody has it; else {@code null}: the ledger takes a fresh one. */
    @Nullable
    String freeReference(@Nullable String reference) {
        if (reference == null || !Reference.isWritten(reference)) {
            return null;
        }
        String claim = ProposalSubmitted.claimOf(reference);
        return store.free(List.of(claim)).isEmpty() ? null : reference;
    }

    private Remembered recalled(String caseId) {
        Remembered remembered = new Remembered();
        CaseState state = CaseState.NONE;
        for (RecordedEvent each : ledger.readStream(Streams.proposal(caseId))) {
            state = state.evolve(each.event(), each.envelope().effectiveOn());
        }
        remembered.submittedOn = state.submittedOn();
        CaseState.Facts facts = state.facts();
        remembered.waitsForPublication = !facts.published() && !facts.rejected() && !facts.withdrawn();
        state.responses().forEach(each -> remembered.lastResponse.put(each.referral(), each.number()));
        return remembered;
    }

    /** What the unit that took a claim numbered. */
    private @Nullable String claimed(String claim, String caseId) {
        Long position = store.taken(List.of(claim)).get(claim);
        if (position == null) {
            return null;
        }
        String stream = Streams.proposal(caseId);
        for (RecordedEvent each : ledger.read(position, 4)) {
            if (each.envelope().stream().equals(stream)) {
                switch (each.event()) {
                    case ReferralIssued issued -> {
                        return issued.referral();
                    }
                    case ResponsePublished response -> {
                        return response.response();
                    }
                    case ResponseCorrected response -> {
                        return response.response();
                    }
                    default -> {}
                }
            }
        }
        return null;
    }
}
