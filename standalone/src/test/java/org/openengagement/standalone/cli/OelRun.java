package org.openengagement.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What one run of the command line did.
 *
 * @param exitCode what a shell would see
 * @param out standard output
 * @param error standard error
 */
record OelRun(int exitCode, String out, String error) {

    static OelRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter error = new StringWriter();
        int code = Oel.run(new PrintWriter(out, true), new PrintWriter(error, true), arguments);
        return new OelRun(code, out.toString(), error.toString());
    }

    /** A process of its own, in a directory of its own where it leaves what it said, with more in its environment. */
    static OelRun in(Path directory, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path out = directory.resolve("out");
        Path error = directory.resolve("error");
        ProcessBuilder oel = new ProcessBuilder(Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Oel.class.getName()),
                        Stream.of(arguments))
                .toList());
        oel.environment().putAll(environment);
        int code = oel.redirectOutput(out.toFile())
                .redirectError(error.toFile())
                .start()
                .waitFor();
        return new OelRun(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(error, StandardCharsets.UTF_8));
    }
}
