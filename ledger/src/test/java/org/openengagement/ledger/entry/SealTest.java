package org.openengagement.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SealTest {

    /** The bytes 0 to 31. */
    private static final String SALT = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    private static final UUID EVENT = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");

    @Test
    void the_digest_is_the_one_that_a_Python_program_computes_from_the_formula() {
        assertThat(Seal.digest(SALT, EVENT, "source.url", "Дупка \uD83D\uDD73"))
                .isEqualTo("I1nat74cfs_XjEzQnVjzXqG80r5XlLaa_nQJQdbkUgI");
    }

    @Test
    void salt_event_path_and_value_all_count() {
        String digest = Seal.digest(SALT, EVENT, "text", "value");

        assertThat(Seal.digest(Seal.salt(new Random(7)), EVENT, "text", "value"))
                .isNotEqualTo(digest);
        assertThat(Seal.digest(SALT, new UUID(0, 0), "text", "value")).isNotEqualTo(digest);
        assertThat(Seal.digest(SALT, EVENT, "texts", "value")).isNotEqualTo(digest);
        assertThat(Seal.digest(SALT, EVENT, "text", "value ")).isNotEqualTo(digest);
        assertThat(Seal.digest(SALT, EVENT, "textv", "alue")).isNotEqualTo(digest);
    }

    @Test
    void a_salt_has_32_bytes() {
        assertThat(Base64.getUrlDecoder().decode(Seal.salt(new Random()))).hasSize(32);
        assertThatThrownBy(() -> Seal.digest("AAEC", EVENT, "text", "value"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Seal.digest("not base64!", EVENT, "text", "value"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_text_that_no_UTF_8_can_hold_is_not_sealed_as_if_it_were_another() {
        assertThatThrownBy(() -> Seal.digest(SALT, EVENT, "text", "\uD800"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("surrogate");
    }
}
