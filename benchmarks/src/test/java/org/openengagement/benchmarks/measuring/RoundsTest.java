package org.openengagement.benchmarks.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RoundsTest {

    @Test
    void the_first_round_only_warms_up_and_a_slow_round_moves_no_median() {
        Rounds rounds = Rounds.of(3, List.of(measuring("one", 1, 100, 2, 104)));

        assertThat(rounds.median("one")).isEqualTo(100);
        assertThat(rounds.least("one")).isEqualTo(2);
    }

    @Test
    void a_ratio_is_that_of_each_round_so_that_a_minute_that_slowed_both_counts_as_any_other() {
        Rounds rounds = Rounds.of(3, List.of(measuring("one", 0, 300, 3, 30), measuring("other", 1, 100, 1, 10)));

        assertThat(rounds.ratio("one", "other")).isEqualTo(3, within(1e-9));
    }

    @Test
    void in_every_other_round_they_take_their_turns_the_other_way_round() {
        List<String> turns = new ArrayList<>();

        Rounds.of(2, List.of(telling("one", turns), telling("other", turns)));

        assertThat(turns).containsExactly("other", "one", "one", "other", "other", "one");
    }

    @Test
    void a_goal_is_met_from_the_side_that_it_bounds() {
        assertThat(Goal.atLeast("", 3, " x", 3).isMet()).isTrue();
        assertThat(Goal.atLeast("", 3, " x", 2.99).isMet()).isFalse();
        assertThat(Goal.atMost("", 2, " ms", 2.01).isMet()).isFalse();
        assertThat(Goal.atMost("a range", 2, " ms", 1.5).row())
                .isEqualTo("| a range | at most 2.00 ms | 1.50 ms | yes |");
    }

    private static Competitor measuring(String name, double... measurements) {
        Iterator<Double> next =
                java.util.Arrays.stream(measurements).boxed().toList().iterator();
        return new Competitor(name, next::next);
    }

    private static Competitor telling(String name, List<String> turns) {
        return new Competitor(name, () -> {
            turns.add(name);
            return 1;
        });
    }
}
