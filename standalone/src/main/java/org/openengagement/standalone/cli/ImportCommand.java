package org.openengagement.standalone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.importing.formats.Formats;
import org.openengagement.command.importing.remote.ImportClient;
import org.openengagement.command.importing.running.ImportFile;
import org.openengagement.command.importing.running.ImportOptions;
import org.openengagement.command.importing.running.ImportReport;
import org.openengagement.command.importing.running.Importer;
import org.openengagement.standalone.ImportProgress;
import org.openengagement.standalone.RefusedException;
import org.openengagement.standalone.RunningLedger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings a file of existing records into a ledger: through its server where one runs, else by itself. */
@Command(
        name = "import",
        description = {
            "Bring existing records into the ledger, by the same rules as live work. What it holds already is passed over.",
            "A refused line is named and stops nothing else; then the exit code is 1."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    @Mixin
    private final LedgerOptions ledger = new LedgerOptions();

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Import through the server that runs there, such as http://localhost:8080.")
    private @Nullable String server;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description =
                    "A bearer token of the role ADMIN for that server. Default: the environment variable OEL_TOKEN.",
            defaultValue = "${env:OEL_TOKEN}",
            showDefaultValue = CommandLine.Help.Visibility.NEVER)
    private @Nullable String token;

    @Parameters(
            paramLabel = "FILE",
            description = "JSON Lines; .gz is read as it is. A pipe will do, and - is what comes on standard input.")
    private Path file = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "oel-events/v1",
            description = "oel-events/v1, uk-petitions or uk-written-questions. Default: ${DEFAULT-VALUE}.")
    private String format = "oel-events/v1";

    @Option(
            names = "--register-institutions",
            description = "Register institutions that a line names and nobody registered.")
    private boolean registerInstitutions;

    @Option(names = "--strict", description = "Stop at the first line that is refused.")
    private boolean strict;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Formats.NAMES.contains(format)) {
            throw new RefusedException("--format " + format + ": known are " + String.join(", ", Formats.NAMES) + ".");
        }
        if (file.toString().equals(STANDARD_INPUT)) {
            try (PipedFile piped = PipedFile.of(System.in, PipedFile.MOST)) {
                return bringIn(piped.path(), "standard input");
            }
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new RefusedException(file + (Files.exists(file) ? " cannot be read." : ": no such file."));
        }
        if (Files.isRegularFile(file)) {
            return bringIn(file, String.valueOf(file.getFileName()));
        }
        try (InputStream content = Files.newInputStream(file);
                PipedFile piped = PipedFile.of(content, PipedFile.MOST)) {
            return bringIn(piped.path(), file.toString());
        }
    }

    private int bringIn(Path from, String called) throws IOException, InterruptedException {
        ImportOptions options = new ImportOptions(registerInstitutions, strict);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        ImportProgress counts = new ImportProgress(called, out::println);
        Consumer<ImportReport> progress = report -> {
            counts.accept(report);
            report.newlyRefused().forEach(err::println);
        };
        ImportReport report =
                server == null ? importHere(from, options, progress) : send(from, server, options, progress);
        return report.exitCode();
    }

    private ImportReport importHere(Path from, ImportOptions options, Consumer<ImportReport> progress)
            throws IOException {
        try (RunningLedger running = RunningLedger.open(ledger.settings(false))) {
            running.otherWriter().ifPresent(ImportCommand::refuseBeside);
            return running.part(Importer.class).run(ImportFile.at(from, format), options, progress);
        }
    }

    private static void refuseBeside(String other) {
        throw new RefusedException(
                "The ledger is written by %s. Import through that server, with --server URL --token TOKEN, or stop it first."
                        .formatted(other));
    }

    private ImportReport send(Path from, String address, ImportOptions options, Consumer<ImportReport> progress)
            throws IOException, InterruptedException {
        if (token == null) {
            throw new RefusedException("--server needs a token of the role ADMIN: --token TOKEN, or OEL_TOKEN.");
        }
        try (ImportClient client = ImportClient.of(address, token)) {
            return client.send(from, format, options, progress);
        }
    }
}
