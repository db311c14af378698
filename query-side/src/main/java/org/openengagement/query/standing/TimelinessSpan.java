package org.openengagement.query.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Days through which a referral stands in one way to its deadline, as far as the ledger knows. Its spans follow each other
 * and cover every day, so that an index can answer for any day without being written again each midnight.
 *
 * @param timeliness how it stands
 * @param first the first of these days
 * @param last the last of these days
 */
public record TimelinessSpan(Timeliness timeliness, LocalDate first, LocalDate last) {

    /** Whether a day is one of these. */
    public boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /**
     * The spans of a referral, in order; none where it is no obligation to answer.
     *
     * <p>They are how it stands, asked on each day on which it may begin to stand otherwise: the days of its facts, and those
     * on which it falls due.
     */
    public static List<TimelinessSpan> of(ReferralFacts referral) {
        if (!referral.isOwedAnAnswer()) {
            return List.of();
        }
        List<TimelinessSpan> spans = new ArrayList<>();
        LocalDate first = LocalDate.MIN;
        Timeliness timeliness = on(first, referral);
        for (LocalDate day : daysOfChange(referral)) {
            Timeliness next = on(day, referral);
            if (next != timeliness) {
                spans.add(new TimelinessSpan(timeliness, first, day.minusDays(1)));
                first = day;
                timeliness = next;
            }
        }
        spans.add(new TimelinessSpan(timeliness, first, LocalDate.MAX));
        return List.copyOf(spans);
    }

    private static SortedSet<LocalDate> daysOfChange(ReferralFacts referral) {
        Stream<LocalDate> facts = referral.facts().stream().map(Fact::day);
        Stream<LocalDate> clock = referral.latest().daysOfChange().mapToObj(LocalDate::ofEpochDay);
        return Stream.concat(facts, clock).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Timeliness on(LocalDate day, ReferralFacts referral) {
        return referral.standing(Cutoff.on(day)).timeliness();
    }
}
