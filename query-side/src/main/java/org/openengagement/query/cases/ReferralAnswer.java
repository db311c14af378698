package org.openengagement.query.cases;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.referral.ComputedDeadline;
import org.openengagement.ledger.events.referral.ReferralPurpose;
import org.openengagement.query.figures.ReferralOutcome;
import org.openengagement.query.figures.Timeliness;

/**
 * A referral as everyone may see it.
 *
 * @param proposal its case
 * @param view the referral
 */
public record ReferralAnswer(ProposalAnswer proposal, ReferralView view) {

    /** The deadline, and how it came about. */
    public record Deadline(LocalDate dueOn, List<Step> explanation) {}

    /** One day that matters to a deadline. */
    public record Step(LocalDate on, String what, boolean counts) {}

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
        return new Deadline(dueOn, computed == null ? List.of() : explanation(computed));
    }

    /** Only the due day itself is a day that counts; the other steps say which days do not, and why. */
    private static List<Step> explanation(ComputedDeadline computed) {
        return computed.steps().stream()
                .map(step -> new Step(step.on(), step.what().name(), step.what() == ComputedDeadline.What.DUE))
                .toList();
    }

    public @Nullable Timeliness timeliness() {
        return view.timeliness(proposal.moment().day()).orElse(null);
    }

    public @Nullable LocalDate acknowledgedOn() {
        return view.acknowledgedOn();
    }

    public @Nullable LocalDate firstRespondedOn() {
        return view.firstRespondedOn();
    }

    public @Nullable Long calendarDays() {
        LocalDate responded = view.firstRespondedOn();
        return responded == null ? null : ChronoUnit.DAYS.between(view.deliveredOn(), responded);
    }

    public List<ResponseAnswer> responses() {
        return view.responses().stream()
                .map(response -> new ResponseAnswer(this, response))
                .toList();
    }

    public ReferralOutcome outcome() {
        return view.outcome();
    }

    public @Nullable LocalDate endedOn() {
        return view.endedOn();
    }

    public @Nullable LocalDate observedUntil() {
        return view.observedUntil();
    }
}
