package org.openengagement.standalone.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.keys.KeyDirectory;
import org.openengagement.command.security.TokenIssuer;
import org.openengagement.ledger.events.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a bearer token for somebody who writes. A server that uses the same keys takes it, running or not. */
@Command(
        name = "token",
        description =
                "Make a bearer token for somebody who writes; reading needs none. It is printed once and kept nowhere.",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    @Mixin
    private final LedgerOptions ledger = new LedgerOptions();

    @Option(
            names = "--subject",
            required = true,
            paramLabel = "S",
            description = "Who it is for; the ledger holds a pseudonym only.")
    private String subject = "";

    @Option(
            names = "--role",
            required = true,
            paramLabel = "R",
            split = ",",
            description = "OPERATOR, COORDINATOR, OFFICER, PRIVACY_OFFICER or ADMIN; several with commas.")
    private List<Role> roles = List.of();

    @Option(names = "--institution", paramLabel = "SLUG", description = "The institution that an officer acts for.")
    private @Nullable String institution;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "30",
            description = "How long it is good. Default: ${DEFAULT-VALUE}.")
    private int days = 30;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        KeyDirectory keys = KeyDirectory.open(ledger.settings(false).keyDirectory());
        String token =
                TokenIssuer.in(keys, Clock.systemUTC()).issue(subject, roles, institution, Duration.ofDays(days));
        spec.commandLine().getOut().println(token);
        return 0;
    }
}
