package org.openengagement.query.cases;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.referral.ComputedDeadline;
import org.openengagement.ledger.events.referral.ReferralPurpose;
import org.openengagement.query.standing.ReferralOutcome;
import org.openengagement.query.standing.Standing;
import org.openengagement.query.standing.Timeliness;

/**
 * A referral as everyone may see it.
 *
 * @param proposal its case
 * @param view the referral
 */
public record PublicReferral(PublicProposal proposal, ReferralView view) {

    /** The deadline, and how it came about. */
    public record Deadline(LocalDate dueOn, List<ExplainedDay> explanation) {}

    public String id() {
        return proposal.reference() + "." + view.number();
    }

    public ReferralPurpose purpose() {
        return view.purpose();
    }

    public LocalDate deliveredOn() {
        return view.deliveredOn();
    }

    public @Nullable Deadline due() {
        LocalDate dueOn = view.dueOn();
        ComputedDeadline computed = view.computed();
        if (dueOn == null) {
            return null;
        }
        return new Deadline(dueOn, computed == null ? List.of() : ExplainedDay.of(computed));
    }

    public @Nullable Timeliness timeliness() {
        return view.facts().isOwedAnAnswer() ? standing().timeliness() : null;
    }

    public @Nullable LocalDate acknowledgedOn() {
        return view.acknowledgedOn();
    }

    public @Nullable LocalDate firstRespondedOn() {
        return standing().firstRespondedOn();
    }

    public @Nullable Integer calendarDays() {
        return firstRespondedOn() == null ? null : standing().days();
    }

    public List<PublicResponse> responses() {
        return view.responses().stream()
                .map(response -> new PublicResponse(this, response))
                .toList();
    }

    public ReferralOutcome outcome() {
        return standing().outcome();
    }

    public @Nullable LocalDate endedOn() {
        return standing().endDay();
    }

    public @Nullable LocalDate observedUntil() {
        return view.facts().observedUntil();
    }

    private Standing standing() {
        return view.standing(proposal.moment().day());
    }
}
