package org.openengagement.query.figures.estimators;

import java.util.Arrays;
import java.util.List;

/**
 * The share that has ended in each of several ways by the last day on which any ended, when each way takes subjects from
 * the others and some were only watched for a while.
 *
 * <p>Source: O. O. Aalen and S. Johansen, An empirical transition matrix for non-homogeneous Markov chains based on censored
 * observations, Scandinavian Journal of Statistics 5 (1978), 141-150; for competing risks it is the sum over days of the
 * share left before the day times ends of the cause on the day over subjects at risk.
 *
 * @param shares from 0 to 1, by cause; together with the share left they make 1
 */
public record CumulativeIncidence(List<Double> shares) {

    /** On the same day ends go before censorings. */
    public static CumulativeIncidence of(Durations durations) {
        double[] shares = new double[durations.causes()];
        double left = 1;
        int atRisk = durations.subjects();
        for (Durations.Row row : durations.rows()) {
            for (int cause = 0; cause < shares.length; cause++) {
                shares[cause] += atRisk == 0 ? 0 : left * row.ends().get(cause) / atRisk;
            }
            int ended = row.allEnds();
            left *= atRisk == 0 ? 1 : (double) (atRisk - ended) / atRisk;
            atRisk -= ended + row.censored();
        }
        return new CumulativeIncidence(Arrays.stream(shares).boxed().toList());
    }
}
