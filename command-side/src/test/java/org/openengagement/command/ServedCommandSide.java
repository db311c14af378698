package org.openengagement.command;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.command.keys.Keys;
import org.openengagement.command.security.TokenIssuer;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.store.LedgerStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The command side as it is served over HTTP, and those who come to it. How it is served says the test. */
@SuppressWarnings("NullAway.Init") // Spring and JUnit set the fields
public abstract class ServedCommandSide {

    protected static final JsonMapper JSON = new JsonMapper();
    protected static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    protected static Path folder;

    @LocalServerPort
    protected int port;

    @Autowired
    protected LedgerStore store;

    @Autowired
    private Keys keys;

    @DynamicPropertySource
    static void keyDirectory(DynamicPropertyRegistry registry) {
        registry.add("oel.key-dir", () -> folder.resolve("keys").toString());
    }

    protected final URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** What somebody shows who has a role, and an institution if any. */
    protected final String token(Role role, @Nullable String institution) {
        return TokenIssuer.in(keys.directory(), Clock.systemUTC())
                .issue("somebody", List.of(role), institution, Duration.ofDays(1));
    }
}
