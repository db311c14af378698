package org.openengagement.ledger.entry.canonical;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openengagement.ledger.entry.RandomEvents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CanonicalJsonTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @ParameterizedTest
    @ValueSource(strings = {"arrays", "french", "structures", "values"})
    void the_vectors_of_RFC_8785_come_out_byte_for_byte(String name) throws IOException {
        byte[] canonical = CanonicalJson.canonicalised(vector("jcs/input/%s.json".formatted(name)));

        String hex = new String(vector("jcs/outhex/%s.txt".formatted(name)), UTF_8).replaceAll("\\s", "");
        assertThat(HexFormat.of().formatHex(canonical)).isEqualTo(hex);
    }

    @Test
    void a_thousand_numbers_are_written_as_ECMAScript_writes_them() throws IOException {
        new String(vector("jcs/es6-numbers-1000.txt"), UTF_8).lines().forEach(line -> {
            String[] bitsAndText = line.split(",");
            double number = Double.longBitsToDouble(Long.parseUnsignedLong(bitsAndText[0], 16));
            assertThat(new String(CanonicalJson.bytesOf(NODES.numberNode(number)), UTF_8))
                    .as(line)
                    .isEqualTo(bitsAndText[1]);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "-0, 0",
        "-0.0, 0",
        "1.0, 1",
        "9007199254740991, 9007199254740991",
        "9007199254740993, 9007199254740992",
        "1e20, 100000000000000000000",
        "1e21, 1e+21",
        "0.000001, 0.000001",
        "0.0000001, 1e-7",
        "5e-324, 5e-324",
        "1e23, 1e+23",
        "2e-323, 2e-323",
        "1.7976931348623157e308, 1.7976931348623157e+308",
    })
    void numbers_at_the_edges_have_one_text(String number, String canonical) {
        assertThat(canonicalised(number)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"b\":{\"a\":1,\"a\":1}}",
                "[1] [2]",
                "[1] x",
                "{a:1}",
                "{'a':1}",
                "[NaN]",
                "[Infinity]",
                "[-Infinity]",
                "[1e400]",
                "[-1e400]",
                "[01]",
                "[+1]",
                "[.5]",
                "[1.]",
                "[0x10]",
                "// comment\n1",
                "[1,/* comment */2]",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "{\"\\ud83d\":1}",
                "\"line\nfeed\"",
                "\"tab\t\"",
                "\"\\x41\"",
                "\"unclosed",
                "nul",
                "TRUE",
                "undefined",
                "\uFEFF{}",
            })
    void what_is_not_strict_JSON_is_refused(String json) {
        assertThatThrownBy(() -> canonicalised(json)).isInstanceOf(JsonRefusedException.class);
    }

    @Test
    void bytes_that_are_not_UTF_8_are_refused() {
        for (String hex : new String[] {"22ff22", "22c0af22", "22eda08022", "22f4908080", "22e28222", "c3"}) {
            assertThatThrownBy(() -> CanonicalJson.canonicalised(HexFormat.of().parseHex(hex)))
                    .as(hex)
                    .isInstanceOf(JsonRefusedException.class);
        }
        assertThatThrownBy(() -> CanonicalJson.canonicalised("{}".getBytes(UTF_16)))
                .isInstanceOf(JsonRefusedException.class);
    }

    @Test
    void deep_nesting_is_refused_and_the_deepest_allowed_is_not() {
        assertThat(canonicalised(nested(CanonicalJson.DEEPEST))).isEqualTo(nested(CanonicalJson.DEEPEST));
        for (int depth : new int[] {CanonicalJson.DEEPEST + 1, 1_000_000}) {
            assertThatThrownBy(() -> canonicalised(nested(depth))).isInstanceOf(JsonRefusedException.class);
        }
        ArrayNode tree = NODES.arrayNode();
        for (int depth = 1; depth <= CanonicalJson.DEEPEST; depth++) {
            tree = NODES.arrayNode().add(tree);
        }
        ArrayNode tooDeep = tree;
        assertThatThrownBy(() -> CanonicalJson.bytesOf(tooDeep)).isInstanceOf(JsonRefusedException.class);
    }

    @Test
    void a_refusal_says_where() {
        assertThatThrownBy(() -> canonicalised("{\"a\": tru}"))
                .isInstanceOf(JsonRefusedException.class)
                .hasMessageContaining("line 1, column");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1",
                "{\"a\":[1,2",
                "{\"a\":\"x",
                "{\"a\":",
                "{\"a\":1} {\"b\":2}",
                "{\"a\":NaN}",
                "{\"a\":-Infinity}",
                "{\"a\":+1}",
                "{]",
                "[}",
                "[1 /* comment */]",
                "{\"a\" 1}",
            })
    void a_refusal_speaks_to_a_person(String json) {
        assertThatThrownBy(() -> canonicalised(json))
                .message()
                .startsWith("This is not strict JSON at line 1, column ")
                .doesNotContainPattern("`|Source|REDACTED|Feature|JsonToken|tools\\.|#UNKNOWN|enable");
    }

    @Test
    void a_refusal_of_what_is_too_much_says_how_much_is_allowed() {
        assertThatThrownBy(() -> canonicalised("1".repeat(1001))).message().endsWith("maximum allowed (1000)");
        assertThatThrownBy(() -> canonicalised(nested(CanonicalJson.DEEPEST + 1)))
                .message()
                .endsWith("maximum allowed (64)");
    }

    @Test
    void numbers_without_a_value_are_refused() {
        assertThatThrownBy(() -> CanonicalJson.bytesOf(NODES.numberNode(Double.NaN)))
                .isInstanceOf(JsonRefusedException.class);
        assertThatThrownBy(() -> CanonicalJson.bytesOf(NODES.numberNode(Double.NEGATIVE_INFINITY)))
                .isInstanceOf(JsonRefusedException.class);
    }

    @Test
    void random_trees_have_one_canonical_form_and_read_back_as_themselves() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 3_000; round++) {
            JsonNode tree = tree(random, 0);
            byte[] canonical = CanonicalJson.bytesOf(tree);
            assertThat(CanonicalJson.canonicalised(canonical))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(canonical);
            assertThat(CanonicalJson.parse(canonical).equals(CanonicalJsonTest::compared, tree))
                    .as("seed %d, round %d: %s", seed, round, tree)
                    .isTrue();
        }
    }

    @Test
    void every_double_reads_back_as_itself() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 100_000; round++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                String text = EcmaScriptNumber.textOf(number);
                assertThat(Double.parseDouble(text))
                        .as("seed %d: %s", seed, text)
                        .isEqualTo(number + 0.0);
            }
        }
    }

    /** 1 and 1.0 are one number in JSON, though two kinds of node. */
    private static int compared(JsonNode one, JsonNode other) {
        if (one.equals(other)) {
            return 0;
        }
        return one.isNumber() && other.isNumber() && one.doubleValue() == other.doubleValue() ? 0 : 1;
    }

    private static JsonNode tree(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 5 : 7)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong() >> (11 + random.nextInt(50)));
            case 3 -> NODES.numberNode(finite(random));
            case 4 -> NODES.stringNode(RandomEvents.text(random));
            case 5 -> {
                ArrayNode array = NODES.arrayNode();
                for (int element = random.nextInt(5); element > 0; element--) {
                    array.add(tree(random, depth + 1));
                }
                yield array;
            }
            default -> {
                ObjectNode object = NODES.objectNode();
                for (int member = random.nextInt(5); member > 0; member--) {
                    object.set(RandomEvents.text(random), tree(random, depth + 1));
                }
                yield object;
            }
        };
    }

    private static double finite(Random random) {
        double number = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(number) ? number : random.nextGaussian();
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static String canonicalised(String json) {
        return new String(CanonicalJson.canonicalised(json.getBytes(UTF_8)), UTF_8);
    }

    private static byte[] vector(String name) throws IOException {
        try (InputStream file = CanonicalJsonTest.class.getResourceAsStream("/vectors/" + name)) {
            return requireNonNull(file, name).readAllBytes();
        }
    }
}
