package org.openengagement.command;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.idl.RuntimeWiring;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.events.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.graphql.execution.SchemaMappingInspector;
import org.springframework.graphql.execution.SchemaReport;
import tools.jackson.databind.JsonNode;

/** The way of a case through the real bus, the real engine and a real store, as a client sees it over HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "axon.serializer.general=jackson3")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // Spring and JUnit set the fields
class FirstLightTest extends ServedCommandSide {

    @Autowired
    OpenedLedger ledger;

    @Autowired
    GraphQlSource contract;

    @Autowired
    List<RuntimeWiringConfigurer> wirings;

    @Test
    void every_field_that_is_not_a_query_has_something_behind_it() {
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
        wirings.forEach(each -> each.configure(wiring));
        SchemaReport report = SchemaMappingInspector.inspect(contract.schema(), wiring.build());
        assertThat(report.unmappedFields())
                .isNotEmpty()
                .allSatisfy(field -> assertThat(field.getTypeName()).isEqualTo("Query"));
        assertThat(report.unmappedRegistrations()).isEmpty();
        assertThat(report.unmappedArguments()).isEmpty();
    }

    @Test
    void a_case_goes_from_its_submission_to_its_end() throws Exception {
        aTerm("skopje");
        JsonNode submitted = submit(key());
        String reference = submitted.get("reference").asString();
        assertThat(submitted.get("accessCode").asString()).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");

        long published = accepted("publishProposal", "CaseInput", coordinator(), "\"reference\":\"%s\"", reference);
        assertThat(published).isGreaterThan(submitted.get("position").asLong());
        accepted(
                "referProposal",
                "ReferInput",
                coordinator(),
                "\"reference\":\"%s\",\"institution\":\"skopje\",\"legalBasis\":\"skopje-15\"",
                reference.toLowerCase(Locale.ROOT));
        accepted("acknowledgeReferral", "ReferralInput", officer("skopje"), "\"referral\":\"%s.r1\"", reference);
        accepted(
                "publishResponse",
                "RespondInput",
                officer("skopje"),
                "\"referral\":\"%s.r1\",\"kind\":\"ACCEPTED\",\"text\":\"It will stand in May.\"",
                reference);
        long closed = accepted(
                "closeCase", "CloseInput", coordinator(), "\"reference\":\"%s\",\"reason\":\"COMPLETED\"", reference);

        assertThat(store.size()).isEqualTo(closed + 1);
        String stream = store.read(closed, 1).getFirst().stream();
        assertThat(store.readStream(stream, 0))
                .extracting(entry -> entry.type())
                .containsExactly(
                        "ProposalSubmitted",
                        "ReceiptConfirmed",
                        "StatusChanged",
                        "ProposalPublished",
                        "StatusChanged",
                        "ReferralIssued",
                        "StatusChanged",
                        "ReferralAcknowledged",
                        "StatusChanged",
                        "ResponsePublished",
                        "StatusChanged",
                        "CaseClosed",
                        "StatusChanged");
        assertThat(ledger.read(0, 1).getFirst().type()).isEqualTo("LedgerOpened");
    }

    @Test
    void a_repeat_is_answered_as_the_first_was_and_another_input_is_refused() throws Exception {
        String key = key();
        JsonNode first = submit(key);
        long size = store.size();

        assertThat(submit(key)).isEqualTo(first);
        assertThat(store.size()).isEqualTo(size);
        JsonNode other = payload(
                "submitProposal",
                mutate("submitProposal", "SubmitProposalInput", null, submission(key, "Another bench")));
        assertThat(other.get("position").isNull()).isTrue();
        assertThat(other.at("/userErrors/0/code").asString()).isEqualTo("IDEMPOTENCY_MISMATCH");
    }

    @Test
    void of_sixteen_who_publish_one_proposal_one_does() throws Exception {
        String reference = submit(key()).get("reference").asString();
        String token = coordinator();
        CountDownLatch start = new CountDownLatch(1);
        List<Future<JsonNode>> racing = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                racing.add(threads.submit(() -> {
                    start.await();
                    return payload(
                            "publishProposal",
                            mutate("publishProposal", "CaseInput", token, "\"reference\":\"%s\"".formatted(reference)));
                }));
            }
            start.countDown();
        }
        List<String> outcomes = new ArrayList<>();
        for (Future<JsonNode> each : racing) {
            JsonNode payload = each.get();
            outcomes.add(
                    payload.get("position").isNull()
                            ? payload.at("/userErrors/0/code").asString()
                            : "PUBLISHED");
        }
        assertThat(outcomes)
                .containsOnlyOnce("PUBLISHED")
                .filteredOn("RULE"::equals)
                .hasSize(15);
    }

    @Test
    void one_key_raced_by_sixteen_submits_once() throws Exception {
        String key = key();
        List<Future<JsonNode>> racing = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                racing.add(threads.submit(() -> submit(key)));
            }
        }
        JsonNode first = racing.getFirst().get();
        for (Future<JsonNode> each : racing) {
            assertThat(each.get()).isEqualTo(first);
        }
    }

    @Test
    void who_may_not_is_told_so_and_nothing_is_recorded() throws Exception {
        String reference = submit(key()).get("reference").asString();
        long size = store.size();
        String input = "\"reference\":\"%s\"".formatted(reference);

        assertThat(codeOf(mutate("publishProposal", "CaseInput", null, input))).isEqualTo("UNAUTHENTICATED");
        assertThat(codeOf(mutate("publishProposal", "CaseInput", officer("skopje"), input)))
                .isEqualTo("FORBIDDEN");
        HttpResponse<String> forged = post(coordinator() + "x", "{\"query\":\"{ __typename }\"}");
        assertThat(forged.statusCode()).isEqualTo(401);
        assertThat(forged.body()).contains("UNAUTHENTICATED");
        assertThat(store.size()).isEqualTo(size);
    }

    @Test
    void what_a_page_may_do_is_left_to_the_side_that_has_pages() throws Exception {
        assertThat(post(null, "{\"query\":\"{ __typename }\"}").headers().map())
                .doesNotContainKeys("content-security-policy", "referrer-policy")
                .containsKey("x-content-type-options");
    }

    @Test
    void garbage_is_refused_where_it_stands() throws Exception {
        JsonNode unknown = payload(
                "publishProposal",
                mutate("publishProposal", "CaseInput", coordinator(), "\"reference\":\"0000000000\""));
        assertThat(unknown.at("/userErrors/0/code").asString()).isEqualTo("NOT_FOUND");
        JsonNode shortKey = payload(
                "publishProposal",
                post(
                        coordinator(),
                        request("publishProposal", "CaseInput", "\"idempotencyKey\":\"1\",\"reference\":\"X\"")));
        assertThat(shortKey.at("/userErrors/0/field/0").asString()).isEqualTo("idempotencyKey");
        JsonNode blank = payload(
                "submitProposal", mutate("submitProposal", "SubmitProposalInput", null, submission(key(), "  ")));
        assertThat(blank.at("/userErrors/0/field/0").asString()).isEqualTo("title");
    }

    @Test
    void an_id_that_makes_no_sense_is_told_from_one_that_nothing_has() throws Exception {
        aTerm("bitola");
        String reference = submit(key()).get("reference").asString();
        accepted("publishProposal", "CaseInput", coordinator(), "\"reference\":\"%s\"", reference);
        String refer = "\"reference\":\"%s\",\"institution\":\"%s\"";
        accepted("referProposal", "ReferInput", coordinator(), refer, reference, "bitola");

        assertThat(refusal("publishProposal", "CaseInput", "\"reference\":\"X\""))
                .isEqualTo("INVALID at reference");
        for (String referral : List.of("X.r1", reference, reference + ".a1", reference + ".r0", "", "r1", ".r1")) {
            assertThat(refusal("acknowledgeReferral", "ReferralInput", "\"referral\":\"%s\"".formatted(referral)))
                    .as(referral)
                    .isEqualTo("INVALID at referral");
        }
        for (String referral : List.of("0000000000.r1", reference + ".r2", reference + ".r123456789")) {
            assertThat(refusal("acknowledgeReferral", "ReferralInput", "\"referral\":\"%s\"".formatted(referral)))
                    .as(referral)
                    .isEqualTo("NOT_FOUND at referral");
        }
        String correct = "\"response\":\"%s\",\"text\":\"So.\"";
        assertThat(refusal("correctResponse", "CorrectInput", correct.formatted(reference + ".r1")))
                .isEqualTo("INVALID at response");
        assertThat(refusal("correctResponse", "CorrectInput", correct.formatted(reference + ".a1")))
                .isEqualTo("NOT_FOUND at response");
        assertThat(refusal("referProposal", "ReferInput", refer.formatted(reference, "Bitola!")))
                .isEqualTo("INVALID at institution");
        assertThat(refusal("referProposal", "ReferInput", refer.formatted(reference, "atlantis")))
                .isEqualTo("NOT_FOUND at institution");

        accepted(
                "acknowledgeReferral",
                "ReferralInput",
                officer("bitola"),
                "\"referral\":\"%s\"",
                " " + reference.toLowerCase(Locale.ROOT) + ".R1");
    }

    /** The code and the field of what an officer or a coordinator is refused. */
    private String refusal(String mutation, String input, String members) throws Exception {
        String token =
                mutation.startsWith("refer") || mutation.startsWith("publish") ? coordinator() : officer("bitola");
        JsonNode error =
                payload(mutation, mutate(mutation, input, token, members)).at("/userErrors/0");
        return error.path("code").asString() + " at " + error.at("/field/0").asString();
    }

    private void aTerm(String slug) throws Exception {
        accepted(
                "registerInstitution",
                "InstitutionInput",
                admin(),
                "\"slug\":\"%s\",\"names\":[{\"language\":\"en\",\"text\":\"City\"}],\"kind\":\"MUNICIPALITY\"",
                slug);
        accepted(
                "enactLegalBasis",
                "LegalBasisInput",
                admin(),
                "\"code\":\"%s-15\",\"title\":\"Fifteen days\",\"days\":15,\"unit\":\"CALENDAR\"",
                slug);
    }

    private JsonNode submit(String key) throws Exception {
        JsonNode payload = payload(
                "submitProposal",
                mutate("submitProposal", "SubmitProposalInput", null, submission(key, "A bench by the river")));
        assertThat(payload.get("userErrors")).as("%s", payload).isEmpty();
        return payload;
    }

    private static String submission(String key, String title) {
        return "\"idempotencyKey\":\"%s\",\"kind\":\"IDEA\",\"language\":\"en\",\"title\":\"%s\",\"text\":\"There is nowhere to sit.\",\"topics\":[\"parks\"]"
                .formatted(key, title);
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency of its own
    private long accepted(String mutation, String input, String token, String members, Object... arguments)
            throws Exception {
        JsonNode payload = payload(mutation, mutate(mutation, input, token, members.formatted(arguments)));
        assertThat(payload.get("userErrors")).as("%s", payload).isEmpty();
        return payload.get("position").asLong();
    }

    private HttpResponse<String> mutate(String mutation, String input, @Nullable String token, String members)
            throws Exception {
        String withKey =
                members.contains("idempotencyKey") ? members : "\"idempotencyKey\":\"%s\",%s".formatted(key(), members);
        return post(token, request(mutation, input, withKey));
    }

    private static String request(String mutation, String input, String members) {
        String more = mutation.equals("submitProposal") ? " reference accessCode" : "";
        String query = "mutation($input: %s!) { %s(input: $input) { position userErrors { code message field }%s } }"
                .formatted(input, mutation, more);
        return "{\"query\":\"%s\",\"variables\":{\"input\":{%s}}}".formatted(query, members);
    }

    private HttpResponse<String> post(@Nullable String token, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at("/graphql"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode payload(String mutation, HttpResponse<String> response) {
        JsonNode payload = JSON.readTree(response.body()).path("data").path(mutation);
        assertThat(payload.isObject()).as(response.body()).isTrue();
        return payload;
    }

    private static String codeOf(HttpResponse<String> response) {
        return JSON.readTree(response.body()).at("/errors/0/extensions/code").asString();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private String coordinator() {
        return token(Role.COORDINATOR, null);
    }

    private String admin() {
        return token(Role.ADMIN, null);
    }

    private String officer(String institution) {
        return token(Role.OFFICER, institution);
    }
}
