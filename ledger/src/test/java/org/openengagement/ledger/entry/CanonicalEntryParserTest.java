package org.openengagement.ledger.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openengagement.ledger.entry.canonical.CanonicalEntryParser;
import org.openengagement.ledger.entry.canonical.CanonicalJson;
import org.openengagement.ledger.entry.canonical.JsonRefusedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Beside the long way round: parse strictly, write again, compare. Whatever the bytes, both ways say the same. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CanonicalEntryParserTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final byte[] OFTEN_IN_JSON = "{}[]\",:\\/ubtnfr0123456789abcdefA-+.eE \n\0\u007f".getBytes(UTF_8);

    @Test
    void random_objects_read_back_as_themselves() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            ObjectNode object = object(random, 0);
            assertThat(CanonicalEntryParser.object(CanonicalJson.bytesOf(object)))
                    .as("seed %d, round %d", seed, round)
                    .contains(object);
        }
    }

    @Test
    void damaged_objects_are_taken_if_and_only_if_they_are_canonical_still() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int taken = 0;
        for (int round = 0; round < 30_000; round++) {
            byte[] damaged = damaged(CanonicalJson.bytesOf(object(random, 3)), random);
            Optional<ObjectNode> read = CanonicalEntryParser.object(damaged);
            assertThat(read)
                    .as("seed %d, round %d: %s", seed, round, new String(damaged, UTF_8))
                    .isEqualTo(theLongWayRound(damaged));
            taken += read.isPresent() ? 1 : 0;
        }
        assertThat(taken).as("seed %d", seed).isBetween(1_000, 29_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "{} ",
                "[]",
                "{\"\":0}",
                "{\"\":0,\"\":0}",
                "{\"a\":-0}",
                "{\"a\":00}",
                "{\"a\":-1}",
                "{\"a\":-}",
                "{\"a\":9007199254740991}",
                "{\"a\":9007199254740992}",
                "{\"a\":99999999999999999999}",
                "{\"a\":1.0}",
                "{\"a\":1e1}",
                "{\"a\":null}",
                "{\"a\":true,\"b\":false}",
                "{\"b\":1,\"a\":1}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":[1,2]}",
                "{\"a\":[1,]}",
                "{\"a\":\"\\u0000\\u001f\"}",
                "{\"a\":\"\\u001F\"}",
                "{\"a\":\"\\u0020\"}",
                "{\"a\":\"\\u000a\"}",
                "{\"a\":\"\\n\\\"\\\\\"}",
                "{\"a\":\"\\/\"}",
                "{\"a\":\"/\"}",
                "{\"a\":\"\\u00e9\"}",
                "{\"a\":\"é \\t 漢 \uD83D\uDE00\"}",
                "{\"\uD83D\uDE00\":1,\"\uFB33\":2}",
                "{\"\uFB33\":2,\"\uD83D\uDE00\":1}",
                "\uFEFF{}",
            })
    void edges_are_judged_as_the_long_way_round_judges_them(String json) {
        byte[] bytes = json.getBytes(UTF_8);
        assertThat(CanonicalEntryParser.object(bytes)).isEqualTo(theLongWayRound(bytes));
    }

    @Test
    void the_deepest_nesting_is_taken_and_one_more_is_not() {
        for (int depth : new int[] {CanonicalJson.DEEPEST, CanonicalJson.DEEPEST + 1, 20_000}) {
            byte[] nested = ("{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}").getBytes(UTF_8);
            assertThat(CanonicalEntryParser.object(nested).isPresent()).isEqualTo(depth == CanonicalJson.DEEPEST);
        }
    }

    private static Optional<ObjectNode> theLongWayRound(byte[] json) {
        try {
            JsonNode value = CanonicalJson.parse(json);
            EntryMembers.requirePlain(value);
            return value instanceof ObjectNode object && Arrays.equals(CanonicalJson.bytesOf(object), json)
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (JsonRefusedException refused) {
            return Optional.empty();
        }
    }

    private static byte[] damaged(byte[] json, Random random) {
        int at = random.nextInt(json.length);
        byte other =
                random.nextBoolean() ? OFTEN_IN_JSON[random.nextInt(OFTEN_IN_JSON.length)] : (byte) random.nextInt(256);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(json, at);
            case 1 -> {
                byte[] longer = new byte[json.length + 1];
                System.arraycopy(json, 0, longer, 0, at);
                longer[at] = other;
                System.arraycopy(json, at, longer, at + 1, json.length - at);
                yield longer;
            }
            default -> {
                byte[] changed = json.clone();
                changed[at] = other;
                yield changed;
            }
        };
    }

    private static ObjectNode object(Random random, int depth) {
        ObjectNode object = NODES.objectNode();
        for (int member = random.nextInt(5); member > 0; member--) {
            object.set(RandomEvents.text(random), value(random, depth));
        }
        return object;
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 4 : 6)) {
            case 0 -> NODES.booleanNode(random.nextBoolean());
            case 1 -> NODES.numberNode(random.nextInt());
            case 2 -> NODES.numberNode((1L << 53) - 1 - random.nextInt(1 << 20));
            case 3 -> NODES.stringNode(RandomEvents.text(random));
            case 4 -> {
                ArrayNode array = NODES.arrayNode();
                for (int element = random.nextInt(4); element > 0; element--) {
                    array.add(value(random, depth + 1));
                }
                yield array;
            }
            default -> object(random, depth + 1);
        };
    }
}
