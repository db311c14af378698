package org.openengagement.query.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one group of referrals for ANSWER.
 *
 * @param key a value for each dimension asked for
 * @param referrals all that were delivered by the day
 * @param answered those with a response that counts
 * @param open those that nothing has ended
 * @param openOverdue open ones known to be unanswered past their due day
 * @param declined those the institution declined or answered as not competent
 * @param forwarded those passed on to another institution
 * @param withdrawn those the person took back
 * @param missedDeadlines the on-time n less its hits
 * @param onTime of those whose due day is over, the share answered on or before it
 * @param endedByDueDay those left out of the on-time rate because they ended without a response by their due day
 * @param unknown those left out of it because their source was not watched past the due day
 * @param medianDays Kaplan-Meier median of the whole days to the first response; {@code null}: not reached
 * @param medianDaysLow lower end of its 95 % band; {@code null}: not reached
 * @param medianDaysHigh upper end of its 95 % band; {@code null}: not reached
 * @param p80Days by when 80 % are answered, by Kaplan-Meier; {@code null}: not reached
 * @param oldestOpenDays the greatest age of an open one; {@code null} where none is open
 * @param histogram answered ones by their days, in ascending order
 * @param incidence how the referrals end, of each 1 delivered
 * @param rankable whether the on-time n is at least {@value #FEWEST_TO_RANK}
 */
public record ResponseTimeGroup(
        List<DimensionValue> key,
        int referrals,
        int answered,
        int open,
        int openOverdue,
        int declined,
        int forwarded,
        int withdrawn,
        int missedDeadlines,
        Rate onTime,
        int endedByDueDay,
        int unknown,
        @Nullable Integer medianDays,
        @Nullable Integer medianDaysLow,
        @Nullable Integer medianDaysHigh,
        @Nullable Integer p80Days,
        @Nullable Integer oldestOpenDays,
        List<DayCount> histogram,
        Incidence incidence,
        boolean rankable) {
    /**
     * Fewer are listed with their counts and "too few to rank". It is the n of the on-time rate, since that is what
     * institutions are ranked by; the n of the median is never smaller.
     */
    public static final int FEWEST_TO_RANK = 20;
}
