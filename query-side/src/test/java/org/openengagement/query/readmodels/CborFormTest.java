package org.openengagement.query.readmodels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CborFormTest {

    private final CborForm<Outer> form = new CborForm<>(Outer.class);

    private enum Kind {
        ONE,
        OTHER
    }

    private record Inner(Kind kind, LocalDate day) {}

    private record Outer(String name, @Nullable String note, long number, List<Inner> list) {}

    private static final Outer VALUE = new Outer(
            "name", null, Long.MIN_VALUE, List.of(new Inner(Kind.OTHER, LocalDate.parse("+999999999-12-31"))));

    @Test
    void a_record_is_the_array_of_its_components_and_reads_back_as_it_was() {
        byte[] bytes = form.write(new Outer("ab", null, 1, List.of()));

        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo("84" + "626162" + "f6" + "01" + "80");
        assertThat(form.read(form.write(VALUE))).isEqualTo(VALUE);
        assertThat(form.read(form.write(new Outer("", "a note", 0, List.of()))).note())
                .isEqualTo("a note");
    }

    @Test
    void what_a_record_derives_from_its_components_is_not_kept() {
        Half half = new Half(7);
        byte[] bytes = new CborForm<>(Half.class).write(half);

        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo("81" + "07");
        assertThat(half.isOdd()).isTrue();
        assertThat(half.getDouble()).isEqualTo(14);
    }

    @Test
    void bytes_too_few_or_too_many_are_refused_in_words() {
        byte[] whole = form.write(VALUE);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> form.read(cut))
                    .withMessage("These %d bytes are no Outer.", length);
        }
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);
        assertThatIllegalArgumentException().isThrownBy(() -> form.read(longer));
    }

    /** A component left out; one that must not be null; a kind that is none; a day that is none; what claims to be endless. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "83626162f601",
                "84f6f60180",
                "84626162f6f680",
                "84626162f601f6",
                "84626162f60181f6",
                "84626162f6018182634e4f4e6a323032362d30312d3035",
                "84626162f6018182634f4e456a323032362d31332d3035",
                "84626162f6018182634f4e45e1",
                "847bfffffffffffffff0",
                "847a7fffffff6161",
                "84626162f6019bffffffffffffffff",
                "84626162f6019a7fffffff",
                "9a7fffffff",
                "5a7fffffff00",
                "f6",
                "a0"
            })
    void hostile_bytes_are_refused_in_words(String hex) {
        byte[] hostile = HexFormat.of().parseHex(hex);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> form.read(hostile))
                .withMessage("These %d bytes are no Outer.", hostile.length);
    }

    @Test
    void lists_in_lists_without_end_are_refused_in_words() {
        byte[] nested = new byte[1_000_000];
        Arrays.fill(nested, (byte) 0x81);
        assertThatIllegalArgumentException().isThrownBy(() -> form.read(nested));
    }
}

/** A record with what Jackson takes for properties of a bean. */
record Half(int value) {

    public boolean isOdd() {
        return value % 2 != 0;
    }

    public int getDouble() {
        return 2 * value;
    }
}
