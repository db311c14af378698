package org.openengagement.command.importing.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LineReaderTest {

    @Test
    void lines_are_numbered_as_they_stand_and_blank_ones_are_passed_over() {
        assertThat(read("{\"a\":1}\r\n\n  \n{\"a\":2}\n{\"a\":3}"))
                .containsExactly("1: {\"a\":1}", "4: {\"a\":2}", "5: {\"a\":3}");
    }

    @Test
    void a_file_in_gzip_is_read_as_what_it_holds() throws IOException {
        assertThat(read(new ByteArrayInputStream(packed("{\"a\":1}\n{\"a\":2}\n"))))
                .containsExactly("1: {\"a\":1}", "2: {\"a\":2}");
    }

    @Test
    void a_file_in_gzip_that_is_cut_off_gives_what_can_be_read_and_names_the_line_where_it_ends() throws IOException {
        Random random = new Random(4);
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < 20_000; line++) {
            text.append("{\"a\":").append(random.nextLong()).append("}\n");
        }
        byte[] whole = packed(text.toString());
        List<String> seen = read(new ByteArrayInputStream(Arrays.copyOf(whole, whole.length / 2)));
        assertThat(seen).hasSizeBetween(1_000, 19_000);
        assertThat(seen.getLast()).contains("the compressed file is cut off or damaged here");
    }

    @Test
    void two_bytes_of_gzip_and_nothing_more_are_no_file() {
        assertThat(read(new ByteArrayInputStream(new byte[] {0x1F, (byte) 0x8B})))
                .singleElement()
                .asString()
                .startsWith("1: refused, the compressed file is cut off");
    }

    @Test
    void a_line_without_end_is_refused_in_little_memory_and_the_next_one_is_read() throws IOException {
        InputStream endless = new SequenceInputStream(
                new RepeatedByte('x', 3L * LineReader.LONGEST),
                new ByteArrayInputStream("\n{\"a\":1}\n".getBytes(UTF_8)));
        assertThat(read(endless)).containsExactly("1: refused, it is longer than 4,194,304 bytes.", "2: {\"a\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "{\"a\":1",
                "{\"a\":1}}",
                "{\"a\":1} {\"b\":2}",
                "[1,2,3]",
                "\"text\"",
                "42",
                "null",
                "{\"a\":1,\"a\":2}",
                "{\"a\":\"\u0000\"}",
                "{\"a\":NaN}",
                "{'a':1}",
                "{\"a\":1,}",
                "\u0000\u0000\u0000",
                "\uFEFF{\"a\":1}"
            })
    void a_line_that_is_not_one_object_in_strict_JSON_is_refused_by_its_number(String text) {
        assertThatThrownBy(() -> new RawLine(7, text.getBytes(UTF_8)).object())
                .isInstanceOfSatisfying(
                        LineRefusedException.class,
                        refused -> assertThat(refused.line()).isEqualTo(7))
                .message()
                .isNotBlank()
                .hasSizeLessThan(600);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"\\ud800\"}", "{\"a\":\"\\u0000\"}"})
    void a_text_that_is_no_text_is_refused_by_its_name(String text) {
        assertThatThrownBy(() -> new RawLine(7, text.getBytes(UTF_8)).object().text("a"))
                .hasMessage("a holds what is no text: U+0000, or half of a character.");
    }

    @Test
    void nesting_deeper_than_anything_sensible_is_refused() {
        String deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
        assertThatThrownBy(() -> new RawLine(1, deep.getBytes(UTF_8)).object())
                .isInstanceOf(LineRefusedException.class);
    }

    @Test
    void bytes_that_are_not_UTF_8_are_refused() {
        byte[] latin = {'{', '"', 'a', '"', ':', '"', (byte) 0xE9, '"', '}'};
        assertThatThrownBy(() -> new RawLine(1, latin).object()).isInstanceOf(LineRefusedException.class);
    }

    @Test
    void whatever_bytes_come_each_line_is_read_or_refused_and_nothing_else_happens() {
        long seed = 20261122;
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            if (round % 3 == 0 && bytes.length > 2) {
                bytes[0] = 0x1F;
                bytes[1] = (byte) 0x8B;
            }
            assertThat(read(new ByteArrayInputStream(bytes)))
                    .as("seed %d, round %d", seed, round)
                    .isNotNull();
        }
    }

    private static List<String> read(String text) {
        return read(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private static List<String> read(InputStream file) {
        List<String> seen = new ArrayList<>();
        try (LineReader reader = LineReader.of(file)) {
            boolean more = true;
            while (more) {
                try {
                    RawLine line = reader.next();
                    more = line != null;
                    if (line != null) {
                        seen.add(line.number() + ": " + shown(line));
                    }
                } catch (LineRefusedException refused) {
                    seen.add(refused.line() + ": refused, " + refused.getMessage());
                }
            }
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        return seen;
    }

    private static String shown(RawLine line) {
        return new String(line.object().canonical(), UTF_8);
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    /** One byte, very many times. */
    private static final class RepeatedByte extends InputStream {

        private final int value;
        private long left;

        RepeatedByte(int value, long times) {
            this.value = value;
            this.left = times;
        }

        @Override
        public int read() {
            return left-- > 0 ? value : -1;
        }

        @Override
        public int read(byte @Nullable [] into, int from, int length) {
            if (left <= 0 || into == null) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            Arrays.fill(into, from, from + count, (byte) value);
            left -= count;
            return count;
        }
    }
}
