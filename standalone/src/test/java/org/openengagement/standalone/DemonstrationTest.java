package org.openengagement.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DemonstrationTest {

    private static final Path README = Path.of("..", "README.md");

    @TempDir
    Path directory;

    @Test
    void the_first_query_of_the_readme_gets_the_answer_that_stands_there() throws IOException {
        String readme = Files.readString(README);
        JsonNode promised = JsonMapper.builder().build().readTree(block(readme, "json"));
        List<String> progress = new ArrayList<>();
        List<Integer> cases = new ArrayList<>();
        try (ServedLedger ledger = ServedLedger.of(demonstration())) {
            // Each line of progress stops the load for as long as the pages are asked.
            ledger.running().loadDemonstration(line -> {
                progress.add(line);
                assertThat(ledger.get("/").statusCode()).isEqualTo(200);
                cases.add(ledger.ask("{ proposals { totalCount } }")
                        .at("/proposals/totalCount")
                        .asInt());
            });
            ledger.untilReached();

            JsonNode groups = ledger.ask(block(readme, "graphql")).at("/responseTimes/groups");
            JsonNode counts = ledger.ask("{ petitions: proposals(filter: {kind: [PETITION]}) { totalCount }"
                    + " questions: proposals(filter: {kind: [QUESTION]}) { totalCount } }");

            assertThat(groups.valueStream().toList())
                    .containsAll(promised.valueStream().toList());
            assertThat(counts.at("/petitions/totalCount").asInt()).isEqualTo(47);
            assertThat(counts.at("/questions/totalCount").asInt()).isEqualTo(5_000);
        }
        assertThat(progress).anyMatch(line -> line.contains("petitions")).anyMatch(line -> line.contains("questions"));
        assertThat(cases)
                .as("cases that the pages showed while more came in")
                .anyMatch(count -> count > 0 && count < 5_047);
    }

    @Test
    void the_demonstration_never_comes_among_somebodys_records() {
        ServedLedger.in(directory).close();

        assertThatThrownBy(() -> RunningLedger.open(demonstration()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("--demo")
                .hasMessageContaining("localhost/test-ledger");
    }

    private LedgerSettings demonstration() {
        return new LedgerSettings(
                directory.resolve("data"),
                directory.resolve("keys"),
                null,
                "localhost/demo-ledger",
                ZoneId.of("Europe/London"),
                List.of("en"),
                true);
    }

    private static String block(String readme, String language) {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(readme);
        assertThat(block.find()).as("a block of %s in the README", language).isTrue();
        return block.group(1);
    }
}
