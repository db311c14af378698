package org.openengagement.query.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.referral.ComputedDeadline;
import org.openengagement.ledger.events.referral.ReferralIssued;
import org.openengagement.ledger.events.referral.ReferralPurpose;
import org.openengagement.ledger.events.response.ResponseKind;
import org.openengagement.query.standing.ReferralOutcome;
import org.openengagement.query.standing.Timeliness;
import org.openengagement.query.standing.TimelinessSpan;

/**
 * A case in the hands of one institution.
 *
 * @param number {@code r1}, {@code r2} ... in its case
 * @param institution the institution's slug
 * @param purpose what it is asked for
 * @param deliveredOn the day of delivery, day 0 of the clock
 * @param legalBasis the code of what sets the term
 * @param dueOn the last day on which an answer is on time
 * @param computed how that day was computed; {@code null} where it was given
 * @param acknowledgedOn the day its arrival was first confirmed
 * @param outcome how it ended
 * @param endedOn the day it ended
 * @param observedUntil for imported history: the last day its source was watched
 * @param responses every answer, in order
 */
public record ReferralView(
        String number,
        String institution,
        ReferralPurpose purpose,
        LocalDate deliveredOn,
        @Nullable String legalBasis,
        @Nullable LocalDate dueOn,
        @Nullable ComputedDeadline computed,
        @Nullable LocalDate acknowledgedOn,
        ReferralOutcome outcome,
        @Nullable LocalDate endedOn,
        @Nullable LocalDate observedUntil,
        List<ResponseView> responses) {

    static ReferralView issued(ReferralIssued event, RecordedEvent recorded) {
        return new ReferralView(
                event.referral(),
                event.to(),
                event.purpose(),
                recorded.envelope().effectiveOn(),
                event.legalBasis(),
                event.dueOn(),
                event.computed(),
                null,
                ReferralOutcome.OPEN,
                null,
                null,
                List.of());
    }

    ReferralView acknowledged(LocalDate on) {
        return acknowledgedOn != null ? this : with(on, outcome, endedOn, observedUntil, responses);
    }

    /** The earliest end by its day stands; on one day an answer goes before any other end, else the one recorded first. */
    ReferralView ended(ReferralOutcome how, LocalDate on) {
        boolean goesBefore =
                endedOn == null || on.isBefore(endedOn) || (on.equals(endedOn) && how == ReferralOutcome.ANSWERED);
        return goesBefore ? with(acknowledgedOn, how, on, observedUntil, responses) : this;
    }

    ReferralView observed(LocalDate until) {
        boolean later = observedUntil == null || until.isAfter(observedUntil);
        return later ? with(acknowledgedOn, outcome, endedOn, until, responses) : this;
    }

    /** An answer ends it; one of NOT_COMPETENT as declining does. */
    ReferralView responded(ResponseView response) {
        ReferralOutcome how =
                response.kind() == ResponseKind.NOT_COMPETENT ? ReferralOutcome.DECLINED : ReferralOutcome.ANSWERED;
        return corrected(response).ended(how, response.respondedOn());
    }

    /** A correction stands beside what it corrects; the first day stands. */
    ReferralView corrected(ResponseView response) {
        List<ResponseView> all = new ArrayList<>(responses);
        all.add(response);
        return with(acknowledgedOn, outcome, endedOn, observedUntil, List.copyOf(all));
    }

    public boolean isOpen() {
        return outcome == ReferralOutcome.OPEN;
    }

    /** Whether it is open and an obligation to answer. */
    public boolean awaitsAnswer() {
        return isOpen() && purpose == ReferralPurpose.ANSWER;
    }

    /** The day of the first response that counts; {@code null} while there is none. */
    public @Nullable LocalDate firstRespondedOn() {
        return outcome == ReferralOutcome.ANSWERED ? endedOn : null;
    }

    /** How it stands to its deadline on a day; empty where it is no obligation to answer. */
    public Optional<Timeliness> timeliness(LocalDate day) {
        return TimelinessSpan.of(this).stream()
                .filter(span -> span.holds(day))
                .map(TimelinessSpan::timeliness)
                .findFirst();
    }

    private ReferralView with(
            @Nullable LocalDate acknowledged,
            ReferralOutcome how,
            @Nullable LocalDate ended,
            @Nullable LocalDate observed,
            List<ResponseView> all) {
        return new ReferralView(
                number,
                institution,
                purpose,
                deliveredOn,
                legalBasis,
                dueOn,
                computed,
                acknowledged,
                how,
                ended,
                observed,
                all);
    }
}
