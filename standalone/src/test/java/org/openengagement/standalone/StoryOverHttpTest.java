package org.openengagement.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One ledger, from a file to the queries of a journalist, then started again, and its read models built again. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryOverHttpTest {

    private static final String RESPONSE_TIMES = """
            { responseTimes(groupBy: [INSTITUTION], day: "2025-06-01") {
                definitionVersion day
                groups { key { value label } referrals answered open openOverdue medianDays onTime { n hits value low high } rankable }
            } }""";

    private static final String CASE = """
            query Case($reference: ID!, $asOf: AsOf) { proposal(reference: $reference, asOf: $asOf) {
                title stage
                referrals { id timeliness outcome calendarDays due { dueOn explanation { on counts } } responses { kind text } }
                history(first: 50) { totalCount edges { node { position type effectiveOn } } }
            } }""";

    @TempDir
    static Path directory;

    private static String reference = "";
    private static JsonNode asked;
    private static JsonNode history;

    @BeforeAll
    static void a_village_brings_its_call_centre_records() {
        try (RunningLedger ledger = RunningLedger.open(ServedLedger.settings(directory))) {
            Village.bringIn(ledger);
        }
        try (ServedLedger ledger = ServedLedger.in(directory)) {
            ledger.untilReached();
            asked = ledger.ask(RESPONSE_TIMES);
            reference = Village.referenceOfTheLamp(ledger);
            history = caseOf(ledger, Map.of("reference", reference));
        }
    }

    @Test
    @Order(1)
    void a_journalist_sees_how_long_each_institution_took() {
        JsonNode lipovo = group("lipovo");
        JsonNode roads = group("roads-agency");

        assertThat(lipovo.at("/key/0/label").asString()).isEqualTo("Municipality of Lipovo");
        assertThat(lipovo.get("medianDays").asInt()).isEqualTo(20);
        assertThat(lipovo.at("/onTime/value").asDouble()).isEqualTo(1.0);
        assertThat(roads.get("medianDays").asInt()).isEqualTo(40);
        assertThat(roads.at("/onTime/hits").asInt()).isZero();
        assertThat(roads.at("/onTime/n").asInt()).isEqualTo(1);
        assertThat(roads.get("rankable").asBoolean()).isFalse();
    }

    @Test
    @Order(2)
    void a_case_shows_every_event_with_its_position_and_how_its_due_day_was_counted() {
        assertThat(history.get("stage").asString()).isEqualTo("CLOSED");
        assertThat(history.at("/referrals/0/due/dueOn").asString()).isEqualTo("2025-05-05");
        assertThat(history.at("/referrals/0/due/explanation").size()).isGreaterThan(1);
        List<Long> positions = positions(history);
        assertThat(positions).isSorted().doesNotHaveDuplicates();
        assertThat(types(history))
                .startsWith("ProposalSubmitted", "ReceiptConfirmed", "StatusChanged")
                .containsSubsequence("ProposalPublished", "ReferralIssued", "ResponsePublished", "CaseClosed");
    }

    @Test
    @Order(3)
    void the_same_case_at_an_earlier_position_is_what_the_ledger_held_then() {
        int issued = types(history).indexOf("ReferralIssued");
        long position = positions(history).get(issued);
        try (ServedLedger ledger = ServedLedger.in(directory)) {
            JsonNode then = caseOf(ledger, Map.of("reference", reference, "asOf", Map.of("position", position)));

            assertThat(types(then)).isEqualTo(types(history).subList(0, issued + 1));
            assertThat(then.at("/referrals/0/outcome").asString()).isEqualTo("OPEN");
            assertThat(then.at("/referrals/0/responses").size()).isZero();
        }
    }

    @Test
    @Order(4)
    void a_restart_gives_the_same_answers() {
        try (ServedLedger ledger = ServedLedger.in(directory)) {
            assertSameAnswers(ledger);
        }
    }

    @Test
    @Order(5)
    void read_models_that_were_deleted_are_built_again_and_give_the_same_answers() throws Exception {
        Path index = directory.resolve("data/index");
        assertThat(index).isNotEmptyDirectory();
        try (Stream<Path> files = Files.walk(index)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
        try (ServedLedger ledger = ServedLedger.in(directory)) {
            assertSameAnswers(ledger);
        }
    }

    @Test
    @Order(6)
    void the_same_file_again_adds_no_event() {
        try (RunningLedger ledger = RunningLedger.open(ServedLedger.settings(directory))) {
            assertThat(Village.bringIn(ledger).accepted()).isZero();
        }
    }

    @Test
    @Order(7)
    void nobody_writes_without_a_token() {
        try (ServedLedger ledger = ServedLedger.in(directory)) {
            long size = ledger.ask("{ ledger { size } }").at("/ledger/size").asLong();

            JsonNode answer = ledger.send("""
                    mutation { publishProposal(input: {idempotencyKey: "0123456789abcdef0123456789abcdef", reference: "%s"}) {
                        position userErrors { code } } }""".formatted(reference), Map.of(), null);
            JsonNode withRubbish = ledger.send("{ ledger { size } }", Map.of(), "rubbish");

            assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("UNAUTHENTICATED");
            assertThat(withRubbish.at("/errors/0/extensions/code").asString()).isEqualTo("UNAUTHENTICATED");
            assertThat(ledger.ask("{ ledger { size } }").at("/ledger/size").asLong())
                    .isEqualTo(size);
        }
    }

    private static void assertSameAnswers(ServedLedger ledger) {
        ledger.untilReached();
        assertThat(ledger.ask(RESPONSE_TIMES)).isEqualTo(asked);
        assertThat(caseOf(ledger, Map.of("reference", reference))).isEqualTo(history);
        assertThat(Village.referenceOfTheLamp(ledger)).isEqualTo(reference);
    }

    private static JsonNode caseOf(ServedLedger ledger, Map<String, ?> variables) {
        return ledger.ask(CASE, variables).get("proposal");
    }

    private static JsonNode group(String slug) {
        return asked.at("/responseTimes/groups")
                .valueStream()
                .filter(group -> group.at("/key/0/value").asString().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> types(JsonNode proposal) {
        return proposal.at("/history/edges")
                .valueStream()
                .map(edge -> edge.at("/node/type").asString())
                .toList();
    }

    private static List<Long> positions(JsonNode proposal) {
        return proposal.at("/history/edges")
                .valueStream()
                .map(edge -> edge.at("/node/position").asLong())
                .toList();
    }
}
