package org.openengagement.query.figures;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The figures of definition version 1 a second time, as slowly and plainly as the sentences that define them: lists that are
 * counted again for every number, and fractions without rounding. An oracle for the columns, and for all that stands before
 * them.
 */
public record PlainFigures(
        int referrals,
        int answered,
        int open,
        int openOverdue,
        int declined,
        int forwarded,
        int withdrawn,
        int onTimeN,
        int onTimeHits,
        @Nullable String onTimeLow,
        @Nullable String onTimeHigh,
        int endedByDueDay,
        int unknown,
        @Nullable Integer medianDays,
        @Nullable Integer p80Days,
        @Nullable Integer oldestOpenDays,
        List<String> incidence,
        boolean rankable) {

    /** The ways in which a referral ends, in the order of {@link #incidence}. */
    private static final List<String> ENDS = List.of("ANSWERED", "DECLINED", "FORWARDED", "WITHDRAWN");

    /** The figures by institution. */
    public static TreeMap<String, PlainFigures> byInstitution(List<PlainReferral> referrals, LocalDate day) {
        TreeMap<String, PlainFigures> figures = new TreeMap<>();
        referrals.stream()
                .collect(Collectors.groupingBy(PlainReferral::institution))
                .forEach((institution, theirs) -> figures.put(institution, of(theirs, day)));
        return figures;
    }

    /** The figures of all of them together. */
    public static PlainFigures of(List<PlainReferral> all, LocalDate day) {
        List<PlainReferral> fellDue = those(all, r -> r.due() != null && r.due().isBefore(day));
        List<PlainReferral> endedByDueDay =
                those(fellDue, r -> !r.isOpen() && !r.ended("ANSWERED") && r.endedBy(dueDayOf(r)));
        List<PlainReferral> unknown =
                those(fellDue, r -> r.isOpen() && !r.watchedUntil().isAfter(dueDayOf(r)));
        List<PlainReferral> rated = those(fellDue, r -> !endedByDueDay.contains(r) && !unknown.contains(r));
        List<PlainReferral> hits = those(rated, r -> r.ended("ANSWERED") && r.endedBy(dueDayOf(r)));
        List<PlainReferral> open = those(all, PlainReferral::isOpen);
        int n = rated.size();
        return new PlainFigures(
                all.size(),
                those(all, r -> r.ended("ANSWERED")).size(),
                open.size(),
                those(rated, PlainReferral::isOpen).size(),
                those(all, r -> r.ended("DECLINED")).size(),
                those(all, r -> r.ended("FORWARDED")).size(),
                those(all, r -> r.ended("WITHDRAWN")).size(),
                n,
                hits.size(),
                n == 0 ? null : rounded(wilsonRoot(hits.size(), n, -1)),
                n == 0 ? null : rounded(wilsonRoot(hits.size(), n, +1)),
                endedByDueDay.size(),
                unknown.size(),
                firstDayWithAtMost(1, 2, all),
                firstDayWithAtMost(1, 5, all),
                open.stream().map(PlainReferral::days).max(Integer::compare).orElse(null),
                ENDS.stream().map(end -> rounded(shareThatEnds(end, all))).toList(),
                n >= 20);
    }

    /** What the calculation under test says, in the same form. */
    public static PlainFigures of(ResponseTimeGroup group) {
        return new PlainFigures(
                group.referrals(),
                group.answered(),
                group.open(),
                group.openOverdue(),
                group.declined(),
                group.forwarded(),
                group.withdrawn(),
                group.onTime().n(),
                group.onTime().hits(),
                group.onTime().low() == null ? null : rounded(group.onTime().low()),
                group.onTime().high() == null ? null : rounded(group.onTime().high()),
                group.endedByDueDay(),
                group.unknown(),
                group.medianDays(),
                group.p80Days(),
                group.oldestOpenDays(),
                List.of(
                        rounded(group.incidence().answered()),
                        rounded(group.incidence().declined()),
                        rounded(group.incidence().forwarded()),
                        rounded(group.incidence().withdrawn())),
                group.rankable());
    }

    private static LocalDate dueDayOf(PlainReferral referral) {
        return Objects.requireNonNull(referral.due());
    }

    private static List<PlainReferral> those(List<PlainReferral> referrals, Predicate<PlainReferral> which) {
        return referrals.stream().filter(which).toList();
    }

    /** The product-limit curve as an exact fraction: the first day on which it is at most part / whole. */
    private static @Nullable Integer firstDayWithAtMost(int part, int whole, List<PlainReferral> all) {
        BigInteger left = BigInteger.ONE;
        BigInteger of = BigInteger.ONE;
        List<Integer> days = those(all, r -> r.ended("ANSWERED")).stream()
                .map(PlainReferral::days)
                .distinct()
                .sorted()
                .toList();
        for (int day : days) {
            long atRisk = all.stream().filter(r -> r.days() >= day).count();
            long answered = all.stream()
                    .filter(r -> r.ended("ANSWERED") && r.days() == day)
                    .count();
            left = left.multiply(BigInteger.valueOf(atRisk - answered));
            of = of.multiply(BigInteger.valueOf(atRisk));
            if (left.multiply(BigInteger.valueOf(whole)).compareTo(of.multiply(BigInteger.valueOf(part))) <= 0) {
                return day;
            }
        }
        return null;
    }

    /** The sum, over the days, of the share left before the day times the share of those at risk who end so on the day. */
    private static double shareThatEnds(String end, List<PlainReferral> all) {
        double share = 0;
        double left = 1;
        for (int day : those(all, r -> !r.isOpen()).stream()
                .map(PlainReferral::days)
                .distinct()
                .sorted()
                .toList()) {
            double atRisk = those(all, r -> r.days() >= day).size();
            List<PlainReferral> endToday = those(all, r -> !r.isOpen() && r.days() == day);
            share += left * those(endToday, r -> r.ended(end)).size() / atRisk;
            left *= 1 - endToday.size() / atRisk;
        }
        return share;
    }

    /** A root of (hits/n - p)^2 = z^2 p (1 - p) / n, which is what Wilson's interval is. */
    private static double wilsonRoot(int hits, int n, int sign) {
        double z = 1.959963984540054;
        double share = (double) hits / n;
        double a = 1 + z * z / n;
        double b = -(2 * share + z * z / n);
        double c = share * share;
        return (-b + sign * Math.sqrt(Math.max(0, b * b - 4 * a * c))) / (2 * a);
    }

    private static String rounded(double share) {
        return "%.7f".formatted(Math.abs(share));
    }
}
