package org.openengagement.query.figures.estimators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KaplanMeierTest {
    /** Weeks in remission; E. J. Freireich et al., Blood 21 (1963); E. A. Gehan, Biometrika 52 (1965). */
    private static final String TREATED = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";

    private static final String PLACEBO = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23";

    @Test
    void gives_the_published_curve_of_the_leukaemia_trial() {
        KaplanMeier curve = KaplanMeier.of(DurationTables.printed(TREATED));

        List<Tuple> table = curve.steps().stream()
                .map(step -> Tuple.tuple(step.days(), step.atRisk(), step.events(), "%.3f".formatted(step.survival())))
                .toList();
        assertThat(table)
                .containsExactly(
                        Tuple.tuple(6, 21, 3, "0.857"),
                        Tuple.tuple(7, 17, 1, "0.807"),
                        Tuple.tuple(10, 15, 1, "0.753"),
                        Tuple.tuple(13, 12, 1, "0.690"),
                        Tuple.tuple(16, 11, 1, "0.627"),
                        Tuple.tuple(22, 7, 1, "0.538"),
                        Tuple.tuple(23, 6, 1, "0.448"));
    }

    @Test
    void gives_the_published_medians_of_the_leukaemia_trial() {
        assertThat(KaplanMeier.of(DurationTables.printed(TREATED)).quantile(0.5))
                .hasValue(23);
        assertThat(KaplanMeier.of(DurationTables.printed(PLACEBO)).quantile(0.5))
                .hasValue(8);
    }

    @Test
    void gives_the_log_log_band_of_the_leukaemia_trial() {
        KaplanMeier curve = KaplanMeier.of(DurationTables.printed(TREATED));

        assertThat(curve.steps().getFirst().low()).isEqualTo(0.620, within(0.0005));
        assertThat(curve.steps().getFirst().high()).isEqualTo(0.952, within(0.0005));
        assertThat(curve.quantileLow(0.5)).hasValue(13);
        assertThat(curve.quantileHigh(0.5)).isEmpty();
    }

    /** R. G. Miller, Survival analysis (1981): the maintained group, median 31 weeks. */
    @Test
    void gives_the_published_median_of_the_acute_myelogenous_leukaemia_data() {
        KaplanMeier curve = KaplanMeier.of(DurationTables.printed("9 13 13+ 18 23 28+ 31 34 45+ 48 161+"));

        assertThat(curve.quantile(0.5)).hasValue(31);
        assertThat(curve.quantile(0.2)).hasValue(48);
        assertThat(curve.steps().getLast().survival()).isEqualTo(0.184, within(0.0005));
    }

    @Test
    void takes_the_first_day_on_which_exactly_half_is_left() {
        assertThat(KaplanMeier.of(DurationTables.printed("1 2 3 4")).quantile(0.5))
                .hasValue(2);
        // (9/10)(8/9)(7/8)(6/7)(5/6) is one half, in floating point a little more
        assertThat(KaplanMeier.of(DurationTables.printed("1 2 3 4 5 6+ 6+ 6+ 6+ 6+"))
                        .quantile(0.5))
                .hasValue(5);
    }

    @Test
    void is_not_reached_where_too_few_have_ended() {
        assertThat(KaplanMeier.of(DurationTables.printed("3 9+ 9+")).quantile(0.5))
                .isEmpty();
        assertThat(KaplanMeier.of(new Durations(List.of(), 1)).quantile(0.5)).isEmpty();
    }

    @Test
    void lets_events_go_before_censorings_on_the_same_day() {
        assertThat(KaplanMeier.of(DurationTables.printed("5 5+")).quantile(0.5)).hasValue(5);
    }
}
