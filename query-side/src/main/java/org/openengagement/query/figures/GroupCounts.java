package org.openengagement.query.figures;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openengagement.query.figures.estimators.CumulativeIncidence;
import org.openengagement.query.figures.estimators.Durations;
import org.openengagement.query.figures.estimators.KaplanMeier;
import org.openengagement.query.standing.OnTimeVerdict;
import org.openengagement.query.standing.ReferralOutcome;
import org.openengagement.query.standing.Standing;

/** The counts of one group of referrals, and the figures that follow from them. */
final class GroupCounts {
    private static final double HALF_LEFT = 0.5;
    private static final double FIFTH_LEFT = 0.2;

    private final Map<ReferralOutcome, Integer> outcomes = new EnumMap<>(ReferralOutcome.class);
    private final Map<OnTimeVerdict, Integer> verdicts = new EnumMap<>(OnTimeVerdict.class);
    private final TreeMap<Integer, Day> days = new TreeMap<>();
    private int openOverdue;
    private int oldestOpen = -1;

    /** What happened so many days after delivery. */
    private static final class Day {
        private final Map<ReferralOutcome, Integer> outcomes = new EnumMap<>(ReferralOutcome.class);
        private int onLastLawfulDay;

        int number(ReferralOutcome outcome) {
            return outcomes.getOrDefault(outcome, 0);
        }
    }

    void count(Standing standing) {
        outcomes.merge(standing.outcome(), 1, Integer::sum);
        OnTimeVerdict verdict = standing.onTimeVerdict();
        verdicts.merge(verdict, 1, Integer::sum);
        Day day = days.computeIfAbsent(standing.days(), nobodyYet -> new Day());
        day.outcomes.merge(standing.outcome(), 1, Integer::sum);
        if (standing.answeredOnLastLawfulDay()) {
            day.onLastLawfulDay++;
        }
        if (standing.isOpen()) {
            oldestOpen = Math.max(oldestOpen, standing.days());
            if (verdict == OnTimeVerdict.MISS) {
                openOverdue++;
            }
        }
    }

    ResponseTimeGroup figures(List<DimensionValue> key) {
        Durations durations = durations();
        KaplanMeier toResponse = KaplanMeier.of(durations.onlyCause(CAUSES.indexOf(ReferralOutcome.ANSWERED)));
        int hits = number(OnTimeVerdict.HIT);
        int misses = number(OnTimeVerdict.MISS);
        return new ResponseTimeGroup(
                key,
                durations.subjects(),
                number(ReferralOutcome.ANSWERED),
                number(ReferralOutcome.OPEN),
                openOverdue,
                number(ReferralOutcome.DECLINED),
                number(ReferralOutcome.FORWARDED),
                number(ReferralOutcome.WITHDRAWN),
                misses,
                Rate.of(hits, hits + misses),
                number(OnTimeVerdict.ENDED_BY_DUE_DAY),
                number(OnTimeVerdict.UNKNOWN),
                orNull(toResponse.quantile(HALF_LEFT)),
                orNull(toResponse.quantileLow(HALF_LEFT)),
                orNull(toResponse.quantileHigh(HALF_LEFT)),
                orNull(toResponse.quantile(FIFTH_LEFT)),
                oldestOpen < 0 ? null : oldestOpen,
                histogram(),
                incidence(durations),
                hits + misses >= ResponseTimeGroup.FEWEST_TO_RANK);
    }

    /** The ways to end, in the order in which {@link #durations} holds them. */
    private static final List<ReferralOutcome> CAUSES = List.of(
            ReferralOutcome.ANSWERED, ReferralOutcome.DECLINED, ReferralOutcome.FORWARDED, ReferralOutcome.WITHDRAWN);

    private Durations durations() {
        List<Durations.Row> rows = new ArrayList<>();
        days.forEach((number, day) -> rows.add(new Durations.Row(
                number, CAUSES.stream().map(day::number).toList(), day.number(ReferralOutcome.OPEN))));
        return new Durations(rows, CAUSES.size());
    }

    private List<DayCount> histogram() {
        List<DayCount> histogram = new ArrayList<>();
        days.forEach((number, day) -> {
            int answered = day.number(ReferralOutcome.ANSWERED);
            if (answered > 0) {
                histogram.add(new DayCount(number, answered, day.onLastLawfulDay));
            }
        });
        return List.copyOf(histogram);
    }

    private static Incidence incidence(Durations durations) {
        List<Double> shares = CumulativeIncidence.of(durations).shares();
        return new Incidence(shares.get(0), shares.get(1), shares.get(2), shares.get(3));
    }

    private int number(ReferralOutcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    private int number(OnTimeVerdict verdict) {
        return verdicts.getOrDefault(verdict, 0);
    }

    private static @Nullable Integer orNull(OptionalInt day) {
        return day.isPresent() ? day.getAsInt() : null;
    }
}
