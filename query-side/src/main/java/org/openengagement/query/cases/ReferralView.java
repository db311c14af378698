package org.openengagement.query.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.referral.ComputedDeadline;
import org.openengagement.ledger.events.referral.ReferralPurpose;
import org.openengagement.query.standing.Cutoff;
import org.openengagement.query.standing.ReferralFacts;
import org.openengagement.query.standing.ReferralOutcome;
import org.openengagement.query.standing.Standing;

/**
 * A case in the hands of one institution. How it stands follows from its facts.
 *
 * @param facts what is known of how it stands
 * @param computed how its due day was computed; {@code null} where it was given
 * @param acknowledgedOn the day its arrival was first confirmed
 * @param responses every answer, in order
 */
public record ReferralView(
        ReferralFacts facts,
        @Nullable ComputedDeadline computed,
        @Nullable LocalDate acknowledgedOn,
        List<ResponseView> responses) {

    static ReferralView issued(ReferralFacts facts, @Nullable ComputedDeadline computed) {
        return new ReferralView(facts, computed, null, List.of());
    }

    ReferralView with(ReferralFacts evolved) {
        return new ReferralView(evolved, computed, acknowledgedOn, responses);
    }

    ReferralView acknowledged(LocalDate on) {
        return acknowledgedOn != null ? this : new ReferralView(facts, computed, on, responses);
    }

    /** An answer or a correction, which stands beside what it corrects. */
    ReferralView with(ResponseView response) {
        List<ResponseView> all = new ArrayList<>(responses);
        all.add(response);
        return new ReferralView(facts, computed, acknowledgedOn, List.copyOf(all));
    }

    /** {@code r1}, {@code r2} ... in its case. */
    public String number() {
        return facts.number();
    }

    /** The institution's slug. */
    public String institution() {
        return facts.institution();
    }

    /** What the institution is asked for. */
    public ReferralPurpose purpose() {
        return facts.purpose();
    }

    /** The day of delivery, day 0 of the clock. */
    public LocalDate deliveredOn() {
        return facts.deliveredOn();
    }

    /** The code of what sets the term; {@code null} where nothing is named. */
    public @Nullable String legalBasis() {
        return facts.legalBasis();
    }

    /** The last day on which an answer is on time; {@code null} where there is none. */
    public @Nullable LocalDate dueOn() {
        return facts.latest().dueDay();
    }

    /** How it stands on a day. */
    public Standing standing(LocalDate day) {
        return facts.standing(Cutoff.on(day));
    }

    /** How it ended by all that is recorded of it. */
    public ReferralOutcome outcome() {
        return facts.latest().outcome();
    }

    /** Whether it is open and an obligation to answer. */
    public boolean awaitsAnswer() {
        return facts.isOwedAnAnswer() && facts.latest().isOpen();
    }
}
