package org.openengagement.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Logs of others, with their real signatures: what they published must verify here, and what we sign must be theirs. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PublishedLogsTest {

    private final JsonNode tessera = Vectors.json("tessera-log.json");

    static Stream<Integer> tesseraSizes() {
        return IntStream.rangeClosed(0, 15).boxed();
    }

    static Stream<Named<JsonNode>> rekor() {
        return Vectors.under("rekor");
    }

    @ParameterizedTest
    @MethodSource("tesseraSizes")
    void we_sign_every_checkpoint_of_a_Tessera_log_byte_for_byte(int size) {
        SigningKey key = SigningKey.parse(tessera.get("skey").stringValue());
        List<Hash> leaves = new ArrayList<>();
        tessera.get("leaves")
                .forEach(leaf -> leaves.add(Hash.ofLeaf(leaf.stringValue().getBytes(UTF_8))));
        Checkpoint checkpoint = new Checkpoint(
                tessera.get("origin").stringValue(), size, MerkleTree.of(leaves).root(size));

        assertThat(key.sign(checkpoint.text()))
                .hasToString(new String(Vectors.bytes("tessera-log/checkpoint." + size), UTF_8));
    }

    @Test
    void a_checkpoint_of_the_Go_checksum_database_verifies() {
        VerifierKey key =
                VerifierKey.parse(Vectors.json("sumdb/keys.json").get("vkey").stringValue());
        Note note = Note.parse(Vectors.bytes("sumdb/checkpoint-35225469.txt"));

        assertThat(note.verifiedBy(List.of(key))).containsExactly(key);
        assertThat(Checkpoint.parse(note.text()).size()).isEqualTo(35_225_469);
        assertThat(Checkpoint.parse(note.text()).origin()).isEqualTo("go.sum database tree");
    }

    @ParameterizedTest
    @MethodSource("rekor")
    void an_entry_of_Rekor_is_accepted_only_with_a_checkpoint_that_holds(JsonNode bundle) {
        assertThat(accepts(bundle)).isEqualTo(bundle.get("expect").stringValue().equals("accept"));
    }

    private static boolean accepts(JsonNode bundle) {
        try {
            Note note = Note.parse(bundle.get("checkpoint").stringValue().getBytes(UTF_8));
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            InclusionProof proof = new InclusionProof(
                    Long.parseLong(bundle.get("index").asString()),
                    checkpoint.size(),
                    Vectors.hashes(bundle.get("hashes_base64")));
            Hash leaf = Hash.ofLeaf(
                    Base64.getDecoder().decode(bundle.get("leaf_base64").stringValue()));
            return !note.verifiedBy(List.of(ed25519Key(bundle))).isEmpty() && proof.proves(leaf, checkpoint.root());
        } catch (MalformedTextException | ForgedNoteException refused) {
            return false;
        }
    }

    /** The last 32 bytes of a SubjectPublicKeyInfo of Ed25519 are the key. */
    private static VerifierKey ed25519Key(JsonNode bundle) {
        for (JsonNode key : bundle.get("trusted_log_keys")) {
            if (key.get("keyDetails").stringValue().equals("PKIX_ED25519")) {
                byte[] encoded =
                        Base64.getDecoder().decode(key.get("spki_base64").stringValue());
                return VerifierKey.of(
                        key.get("baseUrl").stringValue().substring("https://".length()),
                        Arrays.copyOfRange(encoded, encoded.length - VerifierKey.LENGTH, encoded.length));
            }
        }
        throw new IllegalStateException("The bundle names no Ed25519 key.");
    }

    @Test
    void the_growth_of_a_witnessed_log_is_proved() {
        JsonNode vectors = Vectors.json("witness-consistency.json");
        VerifierKey key = VerifierKey.parse(vectors.get("log_vkey").stringValue());
        Checkpoint first = verified(vectors.get("first"), key);
        Checkpoint second = verified(vectors.get("second"), key);
        List<Hash> path = new ArrayList<>();
        vectors.get("consistency_5_to_8_hex").forEach(hash -> path.add(Vectors.hex(hash)));

        assertThat(new ConsistencyProof(first.size(), second.size(), path).proves(first.root(), second.root()))
                .isTrue();
        assertThat(new ConsistencyProof(first.size(), second.size(), path).proves(second.root(), first.root()))
                .isFalse();
    }

    private static Checkpoint verified(JsonNode text, VerifierKey key) {
        Note note = Note.parse(text.stringValue().getBytes(UTF_8));
        assertThat(note.verifiedBy(List.of(key))).containsExactly(key);
        return Checkpoint.parse(note.text());
    }
}
