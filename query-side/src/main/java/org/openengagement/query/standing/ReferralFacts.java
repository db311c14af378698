package org.openengagement.query.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.referral.ReferralPurpose;

/**
 * What the ledger holds about one referral, each thing with its position, so that any earlier position can be
 * asked.
 *
 * @param number {@code r1}, {@code r2} ... in its case
 * @param institution the slug of the institution it was delivered to
 * @param purpose what the institution is asked for; only for ANSWER is anything owed
 * @param legalBasis the code of the legal basis; {@code null} where none is named
 * @param deliveredOn the day of delivery, day 0 of every duration
 * @param dueOn the last day on which a response is on time; {@code null}: no deadline known
 * @param position where the ledger holds its delivery
 * @param facts what was learnt since, in ledger order
 */
public record ReferralFacts(
        String number,
        String institution,
        ReferralPurpose purpose,
        @Nullable String legalBasis,
        LocalDate deliveredOn,
        @Nullable LocalDate dueOn,
        long position,
        List<Fact> facts) {

    public ReferralFacts {
        facts = List.copyOf(facts);
    }

    /** How the referral stood. A referral that was not yet delivered then stands as {@link ReferralOutcome#OPEN}. */
    public Standing standing(Cutoff asOf) {
        StandingReader reader = new StandingReader(asOf);
        reader.begin(EpochDays.of(deliveredOn), EpochDays.of(dueOn));
        for (Fact fact : facts) {
            reader.learn(fact.kind(), EpochDays.of(fact.day()), fact.position());
        }
        return reader.standing();
    }

    /** How it stands by all that is held of it, whatever the day. */
    public Standing latest() {
        return standing(Cutoff.NONE);
    }

    /** The last day on which its source was looked at; {@code null} where no look is held. */
    public @Nullable LocalDate observedUntil() {
        return facts.stream()
                .filter(fact -> fact.kind() == FactKind.OBSERVED)
                .map(Fact::day)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Whether the institution owes an answer, or owed one. */
    public boolean isOwedAnAnswer() {
        return purpose == ReferralPurpose.ANSWER;
    }

    ReferralFacts with(Fact fact) {
        List<Fact> more = new ArrayList<>(facts);
        more.add(fact);
        return new ReferralFacts(number, institution, purpose, legalBasis, deliveredOn, dueOn, position, more);
    }
}
