package org.openengagement.ledger.events.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReferenceTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void every_wrong_character_and_every_swap_is_found() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            String reference = Reference.random(random);
            assertThat(Reference.read(reference)).as("seed %d", seed).contains(reference);
            for (int i = 0; i < 10; i++) {
                for (int k = 0; k < ALPHABET.length(); k++) {
                    char other = ALPHABET.charAt(k);
                    if (other != reference.charAt(i)) {
                        assertThat(Reference.read(reference.substring(0, i) + other + reference.substring(i + 1)))
                                .as("seed %d: %s with %s at %d", seed, reference, other, i)
                                .isEmpty();
                    }
                }
                for (int j = i + 1; j < 10; j++) {
                    StringBuilder swapped = new StringBuilder(reference);
                    swapped.setCharAt(i, reference.charAt(j));
                    swapped.setCharAt(j, reference.charAt(i));
                    if (!swapped.toString().equals(reference)) {
                        assertThat(Reference.read(swapped.toString()))
                                .as("seed %d: %s swapped", seed, reference)
                                .isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void what_is_heard_over_the_phone_is_understood() {
        // All zeros is a reference: its check character is zero.
        assertThat(Reference.read("ooo-OOO 0000")).contains("0000000000");
    }

    @Test
    void garbage_is_no_reference() {
        for (String garbage :
                new String[] {"", " ", "U", "00000000000", "000000000", "ÄÖÜÄÖÜÄÖÜÄ", "0".repeat(100_000)}) {
            assertThat(Reference.read(garbage)).isEmpty();
        }
    }

    @Test
    void a_wrong_check_character_is_told_from_what_is_not_written_like_a_reference() {
        assertThat(Reference.whatIsWrongWith("7h2k-9qx-4tm"))
                .isEqualTo(
                        "The reference 7h2k-9qx-4tm has a wrong check character; was a character misheard or mistyped?");
        assertThat(Reference.whatIsWrongWith("7H2K")).startsWith("\"7H2K\" is not a reference: one has 10 digits");
        assertThat(Reference.whatIsWrongWith("0".repeat(100_000))).hasSizeLessThan(200);
        assertThat(Reference.read("7H2K-9QX-4T5")).as("the example is one").isPresent();
    }
}
