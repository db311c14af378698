package org.openengagement.query.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger holds about one referral for ANSWER, each thing with its position, so that any earlier position can be
 * asked.
 *
 * @param number {@code r1}, {@code r2} ... in its case
 * @param institution the slug of the institution it was delivered to
 * @param legalBasis the code of the legal basis; {@code null} where none is named
 * @param deliveredOn the day of delivery, day 0 of every duration
 * @param dueOn the last day on which a response is on time; {@code null}: no deadline known
 * @param position where the ledger holds its delivery
 * @param facts what was learnt since, in ledger order
 */
public record ReferralFacts(
        String number,
        String institution,
        @Nullable String legalBasis,
        LocalDate deliveredOn,
        @Nullable LocalDate dueOn,
        long position,
        List<Fact> facts) {

    public ReferralFacts {
        facts = List.copyOf(facts);
    }

    /** How the referral stood. A referral that was not yet delivered then stands as {@link ReferralOutcome#OPEN}. */
    public Standing standing(Viewpoint asOf) {
        StandingReader reader = new StandingReader(asOf);
        reader.begin(EpochDays.of(deliveredOn), EpochDays.of(dueOn));
        for (Fact fact : facts) {
            reader.learn(fact.kind(), EpochDays.of(fact.day()), fact.position());
        }
        return reader.standing();
    }

    ReferralFacts with(Fact fact) {
        List<Fact> more = new ArrayList<>(facts);
        more.add(fact);
        return new ReferralFacts(number, institution, legalBasis, deliveredOn, dueOn, position, more);
    }

    /** Whether nothing recorded so far has ended the referral. */
    boolean isOpen() {
        return facts.stream().allMatch(fact -> fact.kind() == FactKind.OBSERVED);
    }
}
