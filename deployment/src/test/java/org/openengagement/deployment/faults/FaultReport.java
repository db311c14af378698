package org.openengagement.deployment.faults;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A run as a table for people. */
final class FaultReport {

    private FaultReport() {}

    static String of(FaultRun run) {
        LedgerOnDisk ledger = run.ledgers().getFirst();
        List<String> contradictions = ledger.contradictions(run.book().acknowledged());
        StringBuilder text = new StringBuilder();
        line(text, "# The ledger under faults");
        line(text, "");
        line(
                text,
                "Seed %d, %d clients, %s under faults; three mongod, two nodes of each side."
                        .formatted(run.seed(), run.clients(), minutes(run.length())));
        line(text, "");
        line(text, "| fault | times | longest silence with it on | alone |");
        line(text, "|---|---:|---:|---:|");
        for (FaultKind kind :
                run.strikes().stream().map(Strike::kind).distinct().sorted().toList()) {
            line(
                    text,
                    "| %s | %d | %s | %s |"
                            .formatted(
                                    kind.sentence(),
                                    strikes(run, kind).size(),
                                    seconds(longest(run, kind, false)),
                                    longest(run, kind, false).isPresent()
                                                    && longest(run, kind, true).isEmpty()
                                            ? "not seen"
                                            : seconds(longest(run, kind, true))));
        }
        line(text, "");
        line(text, "| what | how many |");
        line(text, "|---|---:|");
        count(text, "faults", run.strikes().size());
        count(text, "commands acknowledged", run.book().size());
        count(text, "events in the ledger", ledger.size());
        count(text, "commits", ledger.commits());
        count(text, "acknowledged commands lost, moved or doubled", contradictions.size());
        count(
                text,
                "texts on any member that are gone, or not what was sealed or sent",
                run.texts().stream()
                        .mapToInt(texts -> texts.closed(ledger).size()
                                + texts.contradictions(ledger, run.book().acknowledged())
                                        .size())
                        .sum());
        count(text, "gaps", ledger.gaps().size());
        count(text, "events or claims twice", ledger.doubles().size());
        count(text, "instants that fall", ledger.fallingInstants().size());
        count(
                text,
                "repeats answered otherwise, or refusals without reason",
                run.book().violations().size());
        count(text, "repeats of an acknowledged command", run.book().repeats());
        count(text, "answers to writes lost on the line", run.answersLost());
        count(text, "rollbacks in the logs of mongod", run.rollbacks());
        line(text, "");
        line(
                text,
                "Longest silence: "
                        + run.book().silences().stream()
                                .max(Comparator.comparing(Silence::length))
                                .map(longest -> "%s, with %s"
                                        .formatted(
                                                seconds(Optional.of(longest.length())),
                                                run.strikes().stream()
                                                        .filter(strike -> strike.mayHaveCaused(longest))
                                                        .map(strike ->
                                                                strike.kind().sentence())
                                                        .toList()))
                                .orElse("under a second"));
        line(text, "");
        line(text, "What stood in the way of an answer: " + run.book().setbacks());
        return text.toString();
    }

    private static List<Strike> strikes(FaultRun run, FaultKind kind) {
        return run.strikes().stream().filter(strike -> strike.kind() == kind).toList();
    }

    /** The longest silence that a fault of a kind may have caused, of those that no other may have where it is alone. */
    private static Optional<Duration> longest(FaultRun run, FaultKind kind, boolean alone) {
        return run.book().silences().stream()
                .filter(silence -> strikes(run, kind).stream().anyMatch(strike -> strike.mayHaveCaused(silence)))
                .filter(silence -> !alone
                        || run.strikes().stream()
                                        .filter(strike -> strike.mayHaveCaused(silence))
                                        .count()
                                == 1)
                .map(Silence::length)
                .max(Comparator.naturalOrder());
    }

    private static void count(StringBuilder text, String what, long number) {
        line(text, "| %s | %,d |".formatted(what, number));
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }

    private static String seconds(Optional<Duration> length) {
        return length.map(duration -> String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1_000.0))
                .orElse("under 1 s");
    }

    private static String minutes(Duration length) {
        return "%d min %d s".formatted(length.toMinutes(), length.toSecondsPart());
    }
}
