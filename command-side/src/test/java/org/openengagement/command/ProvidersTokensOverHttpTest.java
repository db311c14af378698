package org.openengagement.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.events.Role;
import org.openengagement.tokens.LocalOpenIdProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who logs in with an OpenID provider writes to the ledger. The provider is not there when the node starts. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "axon.serializer.general=jackson3")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // Spring and JUnit set the fields
class ProvidersTokensOverHttpTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final LocalOpenIdProvider PROVIDER = LocalOpenIdProvider.running();

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    @Autowired
    OpenedLedger ledger;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        PROVIDER.stop();
        registry.add("oel.key-dir", () -> folder.resolve("keys").toString());
        registry.add("oel.issuer-uri", PROVIDER::issuer);
        registry.add("oel.issuer-audience", () -> "ledger");
        registry.add("oel.issuer-roles-claim", () -> "realm_access.roles");
    }

    @AfterAll
    static void the_provider_ends() {
        PROVIDER.close();
    }

    @Test
    @Order(1)
    void while_the_provider_is_away_its_tokens_cannot_be_checked_and_when_it_is_back_they_are_good() throws Exception {
        String token = PROVIDER.signed(PROVIDER.claims("ADMIN").build());

        HttpResponse<String> away = register(token, "away");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).isPresent();
        assertThat(code(away)).isEqualTo("UNAVAILABLE");

        PROVIDER.start();
        HttpResponse<String> back = register(token, "back");
        while (back.statusCode() == 503) {
            back = register(token, "back");
        }
        JsonNode registered = JSON.readTree(back.body()).at("/data/registerInstitution");
        assertThat(registered.get("slug").asString()).isEqualTo("back");
        var entry = ledger.read(registered.get("position").asLong(), 1).getFirst();
        assertThat(entry.envelope().actor().role()).isEqualTo(Role.ADMIN);
        assertThat(entry.envelope().actor().id()).as("a pseudonym").hasSize(22).doesNotContain("ada");
    }

    @Test
    void a_role_that_the_provider_does_not_give_is_not_had() throws Exception {
        PROVIDER.start();
        String officer = PROVIDER.signed(
                PROVIDER.claims("OFFICER").claim("institution", "lipovo").build());
        String nobody = PROVIDER.signed(PROVIDER.claims("offline_access").build());

        assertThat(code(checked(officer))).isEqualTo("FORBIDDEN");
        assertThat(code(checked(nobody))).isEqualTo("FORBIDDEN");
        assertThat(checked(nobody).body()).contains("gives no role of this ledger");
    }

    @Test
    void a_token_that_the_provider_did_not_sign_in_this_way_for_this_ledger_is_refused() throws Exception {
        PROVIDER.start();
        var claims = PROVIDER.claims("ADMIN");
        for (String bad : new String[] {
            LocalOpenIdProvider.unsigned(claims.build()),
            PROVIDER.signedWithThePublicKey(claims.build()),
            PROVIDER.signed(claims.build()) + "x",
            PROVIDER.signed(claims.audience("another").build()),
        }) {
            HttpResponse<String> refused = checked(bad);
            assertThat(refused.statusCode()).as(bad).isEqualTo(401);
            assertThat(code(refused)).isEqualTo("UNAUTHENTICATED");
        }
    }

    /** Asked again where it could not be checked yet. */
    private HttpResponse<String> checked(String token) throws Exception {
        HttpResponse<String> answer = register(token, "lipovo");
        while (answer.statusCode() == 503) {
            answer = register(token, "lipovo");
        }
        return answer;
    }

    private HttpResponse<String> register(String token, String slug) throws Exception {
        String mutation = """
                mutation { registerInstitution(input: { idempotencyKey: "%s", slug: "%s", kind: MUNICIPALITY,
                    names: [{language: "en", text: "An institution"}]}) { slug position userErrors { code } } }""".formatted(UUID.randomUUID(), slug);
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", mutation))))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String code(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).at("/errors/0/extensions/code").asString("");
    }
}
