package org.openengagement.query.figures.estimators;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/**
 * The product-limit estimate of the share that has not yet ended after so many days, when some were only watched for a
 * while.
 *
 * <p>Source: E. L. Kaplan and P. Meier, Nonparametric estimation from incomplete observations, Journal of the American
 * Statistical Association 53 (1958), 457-481; variance by M. Greenwood (1926); the pointwise 95 % band on the scale of
 * log(-log S), as J. D. Kalbfleisch and R. L. Prentice, The statistical analysis of failure time data (1980), section 1.3;
 * the band of a quantile by inverting it, R. Brookmeyer and J. Crowley, Biometrics 38 (1982), 29-41.
 *
 * <p>On the same day events go before censorings.
 *
 * @param steps the days on which any event happened, in ascending order
 */
public record KaplanMeier(List<Step> steps) {
    /** What rounding can add to a product of fractions whose true value is exactly the one asked for. */
    private static final double ROUNDING = 1e-12;

    /**
     * The curve from one day of events on.
     *
     * @param days the day
     * @param atRisk how many had neither ended nor been lost before it
     * @param events how many ended on it
     * @param survival the share not ended after it
     * @param low the lower end of the band; NaN where the band is not defined, which is where survival is 0
     * @param high the upper end of the band; NaN where the band is not defined
     */
    public record Step(int days, int atRisk, int events, double survival, double low, double high) {}

    /** @param durations with one cause of ending; see {@link Durations#onlyCause} */
    public static KaplanMeier of(Durations durations) {
        List<Step> steps = new ArrayList<>();
        int atRisk = durations.subjects();
        double survival = 1;
        double greenwood = 0;
        for (Durations.Row row : durations.rows()) {
            int events = row.allEnds();
            if (events > 0) {
                survival *= (double) (atRisk - events) / atRisk;
                greenwood += (double) events / ((double) atRisk * (atRisk - events));
                double width = WilsonInterval.Z * Math.sqrt(greenwood) / Math.abs(Math.log(survival));
                steps.add(new Step(
                        row.days(),
                        atRisk,
                        events,
                        survival,
                        Math.pow(survival, Math.exp(width)),
                        Math.pow(survival, Math.exp(-width))));
            }
            atRisk -= events + row.censored();
        }
        return new KaplanMeier(List.copyOf(steps));
    }

    /**
     * The smallest day on which no more than a share is left.
     *
     * @param left the share not ended: 0.5 for the median, 0.2 for the 80th percentile
     * @return the day; empty where the curve does not come down to it
     */
    public OptionalInt quantile(double left) {
        return firstDay(left, Step::survival);
    }

    /** The lower end of the 95 % band of {@link #quantile}; empty where it is not reached. */
    public OptionalInt quantileLow(double left) {
        return firstDay(left, Step::low);
    }

    /** The upper end of the 95 % band of {@link #quantile}; empty where it is not reached. */
    public OptionalInt quantileHigh(double left) {
        return firstDay(left, Step::high);
    }

    private OptionalInt firstDay(double left, ToDoubleFunction<Step> curve) {
        return steps.stream()
                .filter(step -> curve.applyAsDouble(step) <= left + ROUNDING)
                .mapToInt(Step::days)
                .findFirst();
    }
}
