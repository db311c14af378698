package org.openengagement.query.figures.estimators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WilsonIntervalTest {

    /** Newcombe 1998, table I, method 3. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void agrees_with_the_published_examples(int hits, int n, double low, double high) {
        WilsonInterval interval = WilsonInterval.of(hits, n);

        assertThat(interval.low()).isEqualTo(low, within(0.00005));
        assertThat(interval.high()).isEqualTo(high, within(0.00005));
    }

    @Test
    void touches_the_ends_exactly_and_never_leaves_them() {
        for (int n = 1; n < 500; n++) {
            assertThat(WilsonInterval.of(0, n).low()).isZero();
            assertThat(WilsonInterval.of(n, n).high()).isEqualTo(1);
            for (int hits = 0; hits <= n; hits++) {
                WilsonInterval interval = WilsonInterval.of(hits, n);
                assertThat((double) hits / n).isBetween(interval.low(), interval.high());
                assertThat(interval.low()).isNotNegative();
                assertThat(interval.high()).isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void refuses_what_is_no_share() {
        assertThatThrownBy(() -> WilsonInterval.of(3, 2)).hasMessage("3 of 2 is not a share");
        assertThatThrownBy(() -> WilsonInterval.of(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
