package org.openengagement.command.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.referral.ReferralIssued;
import org.openengagement.ledger.events.referral.ReferralPurpose;
import org.openengagement.ledger.events.response.ResponseKind;

/**
 * One referral.
 *
 * @param number {@code r1}, {@code r2} ... in its case
 * @param institution the slug of the institution that was asked
 * @param purpose what it was asked for
 * @param deliveredOn day 0 of its clock
 * @param legalBasis the code of its legal basis
 * @param dueOn the last day on which an answer is on time
 * @param acknowledged whether the institution confirmed that it arrived
 * @param accepted whether the institution took it on
 * @param status whether it is open, and if not, how it ended
 */
public record ReferralState(
        String number,
        String institution,
        ReferralPurpose purpose,
        LocalDate deliveredOn,
        @Nullable String legalBasis,
        @Nullable LocalDate dueOn,
        boolean acknowledged,
        boolean accepted,
        ReferralStatus status) {

    /** Whether an answer is still owed. A referral for information owes none. */
    public boolean isOpenForAnswer() {
        return purpose == ReferralPurpose.ANSWER && status == ReferralStatus.OPEN;
    }

    /** Whether the institution may still speak on it: it is open, or answered already. */
    public boolean isStillTheInstitutions() {
        return status == ReferralStatus.OPEN || status == ReferralStatus.ANSWERED;
    }

    /** A referral that begins. */
    static ReferralState issued(ReferralIssued event, LocalDate deliveredOn) {
        return new ReferralState(
                event.referral(),
                event.to(),
                event.purpose(),
                deliveredOn,
                event.legalBasis(),
                event.dueOn(),
                false,
                false,
                ReferralStatus.OPEN);
    }

    ReferralState acknowledge() {
        return with(true, accepted, status);
    }

    ReferralState accept() {
        return with(acknowledged, true, status);
    }

    ReferralState decline() {
        return with(acknowledged, accepted, ReferralStatus.DECLINED);
    }

    ReferralState forward() {
        return with(acknowledged, accepted, ReferralStatus.FORWARDED);
    }

    ReferralState answer(ResponseKind kind) {
        boolean answered = kind != ResponseKind.NOT_COMPETENT;
        return with(acknowledged, accepted, answered ? ReferralStatus.ANSWERED : ReferralStatus.NOT_COMPETENT);
    }

    /** A referral that is open ends with its case; how another ended stands. */
    ReferralState caseWithdrawn() {
        return status == ReferralStatus.OPEN ? with(acknowledged, accepted, ReferralStatus.WITHDRAWN) : this;
    }

    private ReferralState with(boolean nowAcknowledged, boolean nowAccepted, ReferralStatus nowStatus) {
        return new ReferralState(
                number, institution, purpose, deliveredOn, legalBasis, dueOn, nowAcknowledged, nowAccepted, nowStatus);
    }
}
