package org.openengagement.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openengagement.benchmarks.appending.AppendScenario;
import org.openengagement.benchmarks.commanding.CommandScenario;
import org.openengagement.benchmarks.measuring.Machine;
import org.openengagement.benchmarks.measuring.Report;
import org.openengagement.benchmarks.measuring.Scenario;
import org.openengagement.benchmarks.measuring.Sizes;
import org.openengagement.benchmarks.places.Places;
import org.openengagement.benchmarks.reading.ReadScenario;
import org.openengagement.benchmarks.starting.StartScenario;

/** Runs the scenarios one after the other, and tells what they found as Markdown. */
public final class Benchmarks {

    /** All there are, in the order in which they run. */
    private static final List<Scenario> SCENARIOS =
            List.of(new AppendScenario(), new ReadScenario(), new CommandScenario(), new StartScenario());

    private Benchmarks() {}

    /** @param arguments the names of the scenarios wanted, with commas between them; all, where none is named */
    public static void main(String[] arguments) {
        Sizes sizes = Boolean.getBoolean("quick") ? Sizes.QUICK : Sizes.FULL;
        Set<String> wanted = Arrays.stream(arguments)
                .flatMap(argument -> Arrays.stream(argument.split(",")))
                .filter(name -> !name.isBlank())
                .collect(Collectors.toSet());
        run(sizes, wanted, System.out);
    }

    /** Runs the scenarios of these names; all, where none is named. */
    static void run(Sizes sizes, Set<String> wanted, PrintStream out) {
        Set<String> known = SCENARIOS.stream().map(Scenario::name).collect(Collectors.toSet());
        if (!known.containsAll(wanted)) {
            throw new IllegalArgumentException("The scenarios are %s, not %s.".formatted(known, wanted));
        }
        Report report = new Report(out);
        report.note(Machine.now());
        List<RuntimeException> failures = new ArrayList<>();
        try (Places places = Places.inATemporaryFolder()) {
            for (Scenario scenario : SCENARIOS) {
                if (wanted.isEmpty() || wanted.contains(scenario.name())) {
                    attempt(scenario, sizes, places, report, failures);
                }
            }
            report.note(String.join(", ", places.versions()));
        }
        report.goals();
        report.note(Machine.now());
        if (!failures.isEmpty()) {
            IllegalStateException incomplete = new IllegalStateException("Not all could be measured.");
            failures.forEach(incomplete::addSuppressed);
            throw incomplete;
        }
    }

    /** What one scenario cannot do takes nothing away from the others; the run fails at its end, when all is told. */
    private static void attempt(
            Scenario scenario, Sizes sizes, Places places, Report report, List<RuntimeException> failures) {
        long started = System.nanoTime();
        try {
            scenario.run(sizes, places, report);
        } catch (RuntimeException failed) {
            report.note("The scenario %s failed: %s".formatted(scenario.name(), failed));
            failures.add(failed);
        }
        System.err.printf("%s took %.0f s%n", scenario.name(), (System.nanoTime() - started) / 1e9);
    }
}
