package org.openengagement.ledger.store.appending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Whatever goes wrong, at whichever calls of the way to the store: nothing that was acknowledged is lost or moved, nothing
 * stands twice, and it goes on. All that can go wrong once, and all that can go wrong twice, is tried; more of it by lot.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
public class EveryStepTest {

    private static final boolean WHOLE = Boolean.getBoolean("oel.whole");
    /** A clock does not care what is raced for. */
    static final List<History> RACES = WHOLE ? History.SHORT : History.SHORT.subList(0, 2);

    /** Texts of several commands together, and several of one. */
    static final List<History> TEXTS = WHOLE ? History.SHORT : History.SHORT.subList(3, 5);

    private static final AppendLimits PATIENT = AppendLimits.STANDARD.withPatience(Duration.ofMillis(100));
    private static final AppendLimits HASTY = AppendLimits.STANDARD.withPatience(Duration.ZERO);

    @ParameterizedTest(name = "{0}")
    @FieldSource("org.openengagement.ledger.store.appending.History#SHORT")
    void where_an_answer_is_waited_for(History history) {
        assertThat(Script.every(2, script -> Enactment.play(history, script, PATIENT, Stage.A_REPLICA_SET)))
                .isGreaterThan(2_000);
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("org.openengagement.ledger.store.appending.History#SHORT")
    void where_nobody_waits_for_an_answer(History history) {
        assertThat(Script.every(2, script -> Enactment.play(history, script, HASTY, Stage.A_REPLICA_SET)))
                .isGreaterThan(500);
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("org.openengagement.ledger.store.appending.History#UNDER_A_LEASE")
    void where_one_writes_and_the_other_stands_by(History history) {
        assertThat(Script.every(WHOLE ? 2 : 1, script -> Enactment.play(history, script, PATIENT, Stage.WITH_A_LEASE)))
                .isGreaterThan(80);
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("TEXTS")
    void where_entries_have_texts_that_are_kept_beside_them(History history) {
        assertThat(Script.every(2, script -> Enactment.play(history, script, PATIENT, Stage.WITH_TEXTS)))
                .isGreaterThan(500);
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("RACES")
    void where_clocks_are_set_wrong_and_right_again(History history) {
        assertThat(Script.every(2, script -> Enactment.play(history, script, PATIENT, new WrongClocks())))
                .isGreaterThan(500);
    }

    @Test
    void in_long_histories_where_much_goes_wrong() {
        for (int number = 0; number < (WHOLE ? 5_000 : 50); number++) {
            long seed = System.nanoTime();
            Random random = new Random(seed);
            History history = new RandomHistories(random).next();
            AppendLimits limits = random.nextBoolean() ? PATIENT : HASTY;
            Stage stage = List.of(Stage.A_REPLICA_SET, Stage.WITH_A_LEASE, Stage.WITH_TEXTS, new WrongClocks())
                    .get(random.nextInt(4));
            Script script = Script.drawn(random, 4 + random.nextInt(20));
            try {
                Enactment.play(history, script, limits, stage);
            } catch (AssertionError wrong) {
                throw new AssertionError("with seed " + seed + ": " + wrong.getMessage(), wrong);
            }
        }
    }
}
