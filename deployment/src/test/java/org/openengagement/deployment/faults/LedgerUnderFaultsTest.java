package org.openengagement.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.openengagement.deployment.faults.Mutation.Kind;
import org.openengagement.deployment.topology.MongodProgram;
import tools.jackson.databind.JsonNode;

/**
 * Several clients work with the split deployment while its members, nodes and lines are killed, frozen and cut at random.
 * 90 seconds of it in every build, 30 minutes with {@code -Pwhole}; {@code -Doel.faults.seconds} and
 * {@code -Doel.faults.seed} say otherwise.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Order(1)
class LedgerUnderFaultsTest {

    private static final int CLIENTS = 8;
    private static final boolean WHOLE = Boolean.getBoolean("oel.whole");
    private static final Duration LENGTH =
            Duration.ofSeconds(Integer.getInteger("oel.faults.seconds", WHOLE ? 1_800 : 90));
    private static final long SEED = Long.getLong("oel.faults.seed", new Random().nextInt(1_000_000));

    private static FaultRun run;

    @BeforeAll
    static void a_deployment_under_load_and_faults() throws IOException {
        Path mongod = MongodProgram.pathOrSkip();
        Path directory = Files.createTempDirectory("oel-faults");
        System.out.printf("Faults for %s, seed %d; logs are in %s%n", LENGTH, SEED, directory);
        run = FaultRun.of(mongod, directory, SEED, LENGTH, WHOLE, CLIENTS);
        run.write(Path.of("target", "fault-suite.md"));
        System.out.println(FaultReport.of(run));
    }

    @Test
    void every_acknowledged_event_stands_at_the_position_that_was_answered() {
        assertThat(run.book().size()).isPositive();
        assertThat(run.ledgers().getFirst().contradictions(run.book().acknowledged()))
                .isEmpty();
    }

    @Test
    void the_ledger_has_no_gap() {
        assertThat(run.ledgers().getFirst().gaps()).isEmpty();
    }

    @Test
    void no_event_stands_twice_and_no_command_was_carried_out_twice() {
        assertThat(run.ledgers().getFirst().doubles()).isEmpty();
        assertThat(run.ledgers().getFirst().requests()).isEqualTo(run.keys());
    }

    @Test
    void recorded_at_never_falls() {
        assertThat(run.ledgers().getFirst().fallingInstants()).isEmpty();
    }

    @Test
    void every_entry_is_what_its_commit_says_of_it() {
        assertThat(run.ledgers().getFirst().damages()).isEmpty();
    }

    @Test
    void every_member_of_the_replica_set_holds_the_same_ledger() {
        assertThat(run.ledgers().stream().map(LedgerOnDisk::digest).distinct()).hasSize(1);
    }

    @Test
    void every_acknowledged_text_is_kept_as_it_was_sent_and_opens_what_was_sealed_on_every_member() {
        for (TextsOnDisk texts : run.texts()) {
            assertThat(texts.size()).isPositive();
            assertThat(texts.closed(run.ledgers().getFirst())).isEmpty();
            assertThat(texts.contradictions(run.ledgers().getFirst(), run.book().acknowledged()))
                    .isEmpty();
        }
    }

    @Test
    void a_repeat_is_answered_as_the_first_was_and_nothing_is_refused_without_reason() {
        assertThat(run.book().repeats()).isPositive();
        assertThat(run.book().violations()).isEmpty();
    }

    @Test
    void the_nodes_that_followed_all_the_while_answer_as_one_that_read_the_ledger_from_the_start() {
        assertThat(run.freshAnswer("total count").asLong())
                .isEqualTo(FaultRun.references(run.book()).size());
        for (Map<String, JsonNode> followed : run.followed()) {
            assertThat(followed).isEqualTo(run.fresh());
        }
    }

    @Test
    void every_node_finds_every_entry_by_its_type() {
        List<Map<String, JsonNode>> nodes = new ArrayList<>(run.followed());
        nodes.add(run.fresh());
        for (Map<String, JsonNode> answers : nodes) {
            run.ledgers()
                    .getFirst()
                    .entriesByType()
                    .forEach((type, count) -> assertThat(answers)
                            .extractingByKey(ReadModels.entriesOf(type))
                            .extracting(
                                    answer -> answer.at("/entries/totalCount").asLong())
                            .as(ReadModels.entriesOf(type))
                            .isEqualTo(count));
        }
    }

    @Test
    void the_figures_count_what_was_acknowledged() {
        JsonNode groups = run.freshAnswer("figures").at("/responseTimes/groups");
        assertThat(groups).isNotEmpty();
        for (JsonNode group : groups) {
            String institution = group.at("/key/0/value").asString();
            assertThat(group.get("referrals").asLong())
                    .as("referrals to %s", institution)
                    .isEqualTo(run.acknowledged(Kind.REFER, institution));
        }
    }

    @Test
    void faults_struck_and_of_every_kind_where_there_was_time() {
        assertThat(run.strikes()).isNotEmpty();
        assertThat(run.strikes().stream().map(Strike::kind).distinct().count())
                .isGreaterThanOrEqualTo(WHOLE ? FaultKind.values().length : 1);
    }
}
