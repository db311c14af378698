package org.openengagement.query.figures.estimators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** 200 random tables with what R's package survival says of them; how they were made stands in survival.R. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SurvivalPackageTest {

    @ParameterizedTest
    @CsvFileSource(resources = "survival.csv", delimiter = ';', numLinesToSkip = 1, emptyValue = "")
    void agrees_with_R(
            String days,
            String causes,
            @Nullable Integer median,
            @Nullable Integer low,
            @Nullable Integer high,
            @Nullable Integer p80,
            double first,
            double second,
            double third) {
        Durations durations = DurationTables.of(numbers(days), numbers(causes), 3);

        KaplanMeier curve = KaplanMeier.of(durations.onlyCause(0));
        assertThat(curve.quantile(0.5)).isEqualTo(optional(median));
        assertThat(curve.quantileLow(0.5)).isEqualTo(optional(low));
        assertThat(curve.quantileHigh(0.5)).isEqualTo(optional(high));
        assertThat(curve.quantile(0.2)).isEqualTo(optional(p80));

        List<Double> shares = CumulativeIncidence.of(durations).shares();
        assertThat(shares.get(0)).isEqualTo(first, within(1e-9));
        assertThat(shares.get(1)).isEqualTo(second, within(1e-9));
        assertThat(shares.get(2)).isEqualTo(third, within(1e-9));
    }

    private static int[] numbers(String list) {
        return Arrays.stream(list.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    private static OptionalInt optional(@Nullable Integer day) {
        return day == null ? OptionalInt.empty() : OptionalInt.of(day);
    }
}
