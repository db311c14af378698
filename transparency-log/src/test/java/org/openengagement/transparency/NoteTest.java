package org.openengagement.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NoteTest {

    private final JsonNode vectors = Vectors.json("signed-note.json");
    private final JsonNode example = vectors.get("c2sp_example");
    private final JsonNode golang = vectors.get("golang_sign");
    private final SigningKey neumann = SigningKey.parse(golang.get("skey").stringValue());

    @Test
    void the_example_of_the_specification_verifies() {
        VerifierKey key = VerifierKey.parse(example.get("vkey").stringValue());
        Note note = Note.parse(example.get("note").stringValue().getBytes(UTF_8));

        assertThat(note.verifiedBy(List.of(key))).containsExactly(key);
        assertThat(note).hasToString(example.get("note").stringValue());
        assertThat(HexFormat.of().formatHex(key.toByteArray()))
                .isEqualTo(example.get("pubkey_hex").stringValue());
        assertThat(key.name()).isEqualTo("example.com/foo");
        assertThat(key).hasToString(example.get("vkey").stringValue());
    }

    @Test
    void a_key_signs_as_it_does_in_Go() {
        Note note = neumann.sign(golang.get("text").stringValue());

        assertThat(note).hasToString(golang.get("want").stringValue());
        assertThat(neumann.verifierKey()).hasToString(golang.get("vkey").stringValue());
        assertThat(neumann.secretText()).isEqualTo(golang.get("skey").stringValue());
    }

    @Test
    void a_signing_key_prints_its_secret_only_when_asked_for_it() {
        assertThat(neumann.toString()).doesNotContain("PRIVATE");
    }

    @Test
    void a_new_key_survives_being_written_down() {
        SigningKey key = SigningKey.generate("example.com/new", new SecureRandom());

        SigningKey again = SigningKey.parse(key.secretText());

        assertThat(again.verifierKey()).isEqualTo(key.verifierKey());
        assertThat(again.sign("text\n").verifiedBy(List.of(key.verifierKey()))).containsExactly(key.verifierKey());
    }

    @Test
    void signatures_of_unknown_keys_are_ignored() {
        VerifierKey stranger = VerifierKey.parse(example.get("vkey").stringValue());

        assertThat(neumann.sign("text\n").verifiedBy(List.of(stranger))).isEmpty();
    }

    @Test
    void a_note_whose_text_was_changed_is_forged() {
        Note changed = new Note("other text\n", neumann.sign("text\n").signatures());

        assertThatThrownBy(() -> changed.verifiedBy(List.of(neumann.verifierKey())))
                .isInstanceOf(ForgedNoteException.class)
                .hasMessageContaining("PeterNeumann");
    }

    @Test
    void a_text_may_hold_what_looks_like_a_signature() {
        Note note = neumann.sign("text\n\n\u2014 somebody else\n");

        assertThat(Note.parse(note.toString().getBytes(UTF_8))).isEqualTo(note);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "text",
                "text\n",
                "text\n\n",
                "text\n\n\n",
                "text\n\u2014 a AAAAAAA=\n",
                "text\n\n\u2014 a AAAAAAA=",
                "text\n\n\u2014 a AAAAAAA=\r\n",
                "te\0xt\n\n\u2014 a AAAAAAA=\n",
                "te\txt\n\n\u2014 a AAAAAAA=\n",
                "text\n\n- a AAAAAAA=\n",
                "text\n\n\u2014 a\n",
                "text\n\n\u2014  AAAAAAA=\n",
                "text\n\n\u2014 a+b AAAAAAA=\n",
                "text\n\n\u2014 a AAAAAAA\n",
                "text\n\n\u2014 a AAAAAAB=\n",
                "text\n\n\u2014 a AAAAAA==\n",
                "text\n\n\u2014 a AAAAAAA=  \n",
                "text\n\n\u2014 a AAAAAAA=\ngarbage\n",
                "text\n\n\u2014 a !!!!\n",
            })
    void what_is_no_note_is_refused(String text) {
        assertThatThrownBy(() -> Note.parse(text.getBytes(UTF_8))).isInstanceOf(MalformedTextException.class);
    }

    @Test
    void a_note_that_is_not_UTF_8_is_refused() {
        byte[] note = neumann.sign("text\n").toString().getBytes(UTF_8);
        note[0] = (byte) 0xC0;

        assertThatThrownBy(() -> Note.parse(note)).isInstanceOf(MalformedTextException.class);
    }

    @Test
    void a_note_of_any_size_is_refused_before_it_costs_anything() {
        assertThatThrownBy(() -> Note.parse(new byte[Note.LONGEST + 1])).isInstanceOf(MalformedTextException.class);

        String manySignatures = "text\n\n" + "\u2014 a AAAAAAA=\n".repeat(Note.MOST_SIGNATURES + 1);
        assertThatThrownBy(() -> Note.parse(manySignatures.getBytes(UTF_8))).isInstanceOf(MalformedTextException.class);
    }

    @Test
    void random_damage_never_verifies_and_never_surprises() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] note = neumann.sign("example.com/log\n12\nroot\n").toString().getBytes(UTF_8);
        for (int round = 0; round < 3_000; round++) {
            byte[] damaged = note.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(verifies(damaged)).as("seed %d, round %d", seed, round).isFalse();
        }
    }

    private boolean verifies(byte[] note) {
        try {
            return !Note.parse(note).verifiedBy(List.of(neumann.verifierKey())).isEmpty();
        } catch (MalformedTextException | ForgedNoteException refused) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "++",
                "PeterNeumann",
                "PeterNeumann+c74f20a3",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T",
                "PeterNeumann+c74f20a3+AhpcARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy",
                "PeterNeumann+c74f20a3+AQ==",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n",
            })
    void what_is_no_key_is_refused(String vkey) {
        assertThatThrownBy(() -> VerifierKey.parse(vkey)).isInstanceOf(MalformedTextException.class);
        assertThatThrownBy(() -> SigningKey.parse("PRIVATE+KEY+" + vkey)).isInstanceOf(MalformedTextException.class);
    }

    @Test
    void a_key_that_names_no_secret_signs_nothing() {
        assertThatThrownBy(() -> SigningKey.parse(golang.get("vkey").stringValue()))
                .isInstanceOf(MalformedTextException.class)
                .hasMessageNotContaining("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq");
    }
}
