package org.openengagement.command.importing.identifying;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a lane remembers of one case, so that its next line need not ask the ledger. */
public final class RememberedCase {

    private final Map<String, String> referrals = new HashMap<>();
    private final Map<String, String> responses = new HashMap<>();
    private final Map<String, String> lastResponses = new HashMap<>();
    private @Nullable LocalDate submittedOn;
    private boolean waitingForPublication;

    /** The day of its submission; {@code null} where the ledger holds no such case. */
    public @Nullable LocalDate submittedOn() {
        return submittedOn;
    }

    /** Whether it was neither published nor rejected nor withdrawn. */
    public boolean isWaitingForPublication() {
        return waitingForPublication;
    }

    /** It was submitted. */
    public void submitted(LocalDate day, boolean publishedAtOnce) {
        submittedOn = day;
        waitingForPublication = !publishedAtOnce;
    }

    /** It was published, rejected or withdrawn. */
    public void waitsNoMore() {
        waitingForPublication = false;
    }

    /** A referral has a number. */
    public void referral(String ofSource, String number) {
        referrals.put(ofSource, number);
    }

    /** A referral was answered; the answer may have an id in the source. */
    public void answered(String referral, @Nullable String ofSource, String number) {
        if (ofSource != null) {
            responses.put(ofSource, number);
        }
        lastResponses.put(referral, number);
    }

    /** The number of the last answer to a referral, by the referral's number; {@code null} where there is none. */
    public @Nullable String lastResponse(String referral) {
        return lastResponses.get(referral);
    }

    @Nullable
    String numberOfReferral(String ofSource) {
        return referrals.get(ofSource);
    }

    @Nullable
    String numberOfResponse(String ofSource) {
        return responses.get(ofSource);
    }

    /** What the ledger tells of a case that was forgotten. */
    void recall(@Nullable LocalDate day, boolean waits) {
        submittedOn = day;
        waitingForPublication = waits;
    }
}
