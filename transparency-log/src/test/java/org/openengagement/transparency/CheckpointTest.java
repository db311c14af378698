package org.openengagement.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CheckpointTest {

    static Stream<Named<String>> refused() {
        JsonNode vectors = Vectors.json("checkpoint-parsing.json");
        return Stream.concat(bodies(vectors.get("source_rejects")), bodies(vectors.get("our_strict_additions")));
    }

    static Stream<Named<String>> accepted() {
        return bodies(Vectors.json("checkpoint-parsing.json").get("accepts"));
    }

    private static Stream<Named<String>> bodies(JsonNode probes) {
        List<Named<String>> bodies = new ArrayList<>();
        probes.forEach(probe -> bodies.add(
                Named.of(probe.get("desc").stringValue(), probe.get("body").stringValue())));
        return bodies.stream();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_is_no_checkpoint_is_refused(String body) {
        assertThatThrownBy(() -> Checkpoint.parse(body)).isInstanceOf(MalformedTextException.class);
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void a_checkpoint_is_written_as_it_was_read(String body) {
        assertThat(Checkpoint.parse(body).text()).isEqualTo(body);
    }

    @Test
    void a_size_beyond_any_log_and_a_root_of_nothing_that_is_none_are_refused() {
        String root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

        assertThat(Checkpoint.parse("Log\n9223372036854775807\n" + root).size()).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> Checkpoint.parse("Log\n9223372036854775808\n" + root))
                .isInstanceOf(MalformedTextException.class);
        assertThatThrownBy(() -> Checkpoint.parse("Log\n0\n" + root)).isInstanceOf(MalformedTextException.class);
    }

    @Test
    void a_tree_is_written_as_Go_writes_it() {
        JsonNode expected = Vectors.json("signed-note.json").get("golang_format_tree");
        Checkpoint checkpoint = new Checkpoint(
                expected.get("origin").stringValue(),
                expected.get("size").longValue(),
                Hash.ofLeaf(expected.get("root_is_leaf_hash_of").stringValue().getBytes(UTF_8)));

        assertThat(checkpoint.text()).isEqualTo(expected.get("want").stringValue());
    }
}
