package org.openengagement.deployment;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.deployment.topology.DeploymentFiles;

/** Operators find every line of the log in the runbooks. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LogLinesAreExplainedTest {

    private static final Path PROJECT = DeploymentFiles.root();
    private static final Pattern LINE = Pattern.compile(
            "\\bLOG\\s*\\.(?:warn|error|info)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"", Pattern.CASE_INSENSITIVE);
    private static final List<String> MODULES = List.of(
            "ledger",
            "embedded-store",
            "bearer-tokens",
            "command-side",
            "query-side",
            "standalone",
            "transparency-log");

    @Test
    void each_line_that_a_node_logs_stands_in_a_runbook() throws IOException {
        String runbooks = contents(PROJECT.resolve("docs/runbooks"), ".md").collect(joining("\n"));
        List<String> lines = new ArrayList<>();
        for (String module : MODULES) {
            contents(PROJECT.resolve(module).resolve("src/main/java"), ".java")
                    .map(LINE::matcher)
                    .flatMap(Matcher::results)
                    .forEach(line -> lines.add(line.group(1).translateEscapes()));
        }

        assertThat(lines).hasSizeGreaterThan(10);
        assertThat(lines).allSatisfy(line -> assertThat(runbooks).contains(whatIsAlwaysTheSame(line)));
    }

    /** The longest piece of it that no value is put into. */
    private static String whatIsAlwaysTheSame(String line) {
        String longest = Stream.of(line.split("\\{}", -1))
                .map(String::strip)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        assertThat(longest).as("what \"%s\" says by itself", line).hasSizeGreaterThan(10);
        return longest;
    }

    private static Stream<String> contents(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> contents = new ArrayList<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(ending)).toList()) {
                contents.add(Files.readString(file));
            }
            return contents.stream();
        }
    }
}
