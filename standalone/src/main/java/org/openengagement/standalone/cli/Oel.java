package org.openengagement.standalone.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.stream.Stream;
import org.openengagement.standalone.Failures;
import org.openengagement.standalone.RefusedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/**
 * The {@code oel} command. Exit codes: 0 done, 1 done in part (some lines were refused), 2 refused: a wrong option, or
 * something that is held by another.
 */
@Command(
        name = "oel",
        description = "The Open Engagement Ledger: a public record of how institutions answer people.",
        mixinStandardHelpOptions = true,
        versionProvider = Oel.Version.class,
        footer = {"", "Without a subcommand: serve."},
        subcommands = {ServeCommand.class, ImportCommand.class, TokenCommand.class, HelpCommand.class})
public final class Oel {

    static final int REFUSED = 2;

    private static final String NAME = "oel: ";

    private Oel() {}

    /** Runs one subcommand and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(printer(System.out), printer(System.err), arguments));
    }

    /** Runs one subcommand and gives its exit code. */
    static int run(PrintWriter out, PrintWriter error, String... arguments) {
        return new CommandLine(new Oel())
                .setOut(out)
                .setErr(error)
                .setExecutionExceptionHandler(Oel::explain)
                .setParameterExceptionHandler(Oel::explainUsage)
                .execute(withDefault(arguments));
    }

    private static PrintWriter printer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    private static String[] withDefault(String[] arguments) {
        boolean named = Stream.of(arguments).limit(1).anyMatch(first -> !first.startsWith("-"));
        boolean asks = Stream.of(arguments)
                .anyMatch(Stream.of("-h", "--help", "-V", "--version").toList()::contains);
        return named || asks
                ? arguments
                : Stream.concat(Stream.of("serve"), Stream.of(arguments)).toArray(String[]::new);
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        Optional<RefusedException> refused = Failures.refusal(failure);
        if (refused.isPresent()) {
            command.getErr().println(NAME + refused.get().getMessage());
            return REFUSED;
        }
        throw failure;
    }

    private static int explainUsage(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(NAME + wrong.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr())) {
            command.getErr().println("Help: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return REFUSED;
    }

    /** The version that the jar was built as. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String built = Oel.class.getPackage().getImplementationVersion();
            return new String[] {"Open Engagement Ledger " + (built == null ? "(not packaged)" : built)};
        }
    }
}
