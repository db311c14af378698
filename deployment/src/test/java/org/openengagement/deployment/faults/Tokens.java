package org.openengagement.deployment.faults;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openengagement.command.keys.KeyDirectory;
import org.openengagement.command.security.TokenIssuer;
import org.openengagement.ledger.events.Role;

/**
 * Whom the clients are.
 *
 * @param coordinator who publishes, rejects, refers and closes
 * @param administrator who registers institutions
 * @param officers who answers, by institution
 */
record Tokens(String coordinator, String administrator, Map<String, String> officers) {

    /** Signed by the keys of a deployment. */
    static Tokens signedIn(Path keyDirectory, List<String> institutions) {
        TokenIssuer issuer = TokenIssuer.in(KeyDirectory.open(keyDirectory), Clock.systemUTC());
        Duration aDay = Duration.ofDays(1);
        return new Tokens(
                issuer.issue("coordinator", List.of(Role.COORDINATOR), null, aDay),
                issuer.issue("administrator", List.of(Role.ADMIN), null, aDay),
                institutions.stream()
                        .collect(Collectors.toMap(
                                slug -> slug,
                                slug -> issuer.issue("officer of " + slug, List.of(Role.OFFICER), slug, aDay))));
    }
}
