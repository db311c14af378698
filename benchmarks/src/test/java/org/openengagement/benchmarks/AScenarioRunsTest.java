package org.openengagement.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.benchmarks.measuring.Report;
import org.openengagement.benchmarks.measuring.Sizes;
import org.openengagement.benchmarks.places.Places;
import org.openengagement.benchmarks.reading.ReadScenario;

/** A few seconds of a scenario, so that the benchmarks still run when somebody needs them. Nothing is timed here. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AScenarioRunsTest {

    @Test
    void reading_tells_ranges_loads_and_replays_of_the_embedded_store() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try (Places places = Places.inATemporaryFolder()) {
            ReadScenario.read(
                    places.embedded(), Sizes.TINY, new Report(new PrintStream(told, true, StandardCharsets.UTF_8)));
        }

        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("range of 100 events", "load of a case of 20 events", "Replay of 720 events");
    }

    @Test
    void a_scenario_that_there_is_not_is_refused_with_the_names_of_those_that_there_are() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> Benchmarks.run(Sizes.TINY, Set.of("flying"), System.out))
                .hasMessageContaining("append")
                .hasMessageContaining("flying");
    }
}
