package org.openengagement.standalone.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.openengagement.standalone.RefusedException;
import org.openengagement.standalone.RunningLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves a ledger until it is told to stop. */
@Command(
        name = "serve",
        description = "Serve the ledger: its pages, GraphQL at /graphql, GraphiQL at /graphiql.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;

    @Mixin
    private final LedgerOptions ledger = new LedgerOptions();

    @Option(
            names = "--server.port",
            paramLabel = "PORT",
            defaultValue = "${env:SERVER_PORT:-8080}",
            description = "Default: ${DEFAULT-VALUE}; 0: any that is free.")
    private int port = 8080;

    @Option(
            names = "--demo",
            description =
                    "A demonstration: real petitions and questions to the UK's Parliament, loaded at the first start.")
    private boolean demo;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new RefusedException(
                    "--server.port " + port + ": a port is a number from 0 to " + HIGHEST_PORT + ".");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (RunningLedger running = RunningLedger.serve(ledger.settings(demo), port)) {
            out.println("The ledger is at http://localhost:" + running.port() + "/ (Ctrl-C stops it)");
            running.loadDemonstration(out::println);
            running.awaitEnd();
        }
        return 0;
    }
}
