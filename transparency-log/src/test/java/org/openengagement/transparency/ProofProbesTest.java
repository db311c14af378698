package org.openengagement.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The probes that transparency-dev/merkle tests its own verifiers with: true proofs, and all ways to bend them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProofProbesTest {

    static Stream<Named<JsonNode>> inclusion() {
        return Vectors.under("merkle/inclusion");
    }

    static Stream<Named<JsonNode>> consistency() {
        return Vectors.under("merkle/consistency");
    }

    @ParameterizedTest
    @MethodSource("inclusion")
    void an_inclusion_proof_holds_only_where_it_is_true(JsonNode probe) {
        if (probe.get("wantErr").booleanValue()) {
            assertThatRefused(() -> included(probe));
        } else {
            assertThat(included(probe)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("consistency")
    void a_consistency_proof_holds_only_where_it_is_true(JsonNode probe) {
        if (probe.get("wantErr").booleanValue()) {
            assertThatRefused(() -> consistent(probe));
        } else {
            assertThat(consistent(probe)).isTrue();
        }
    }

    private static boolean included(JsonNode probe) {
        return new InclusionProof(
                        unsigned(probe.get("leafIdx")),
                        unsigned(probe.get("treeSize")),
                        Vectors.hashes(probe.get("proof")))
                .proves(Vectors.hash(probe.get("leafHash")), Vectors.hash(probe.get("root")));
    }

    private static boolean consistent(JsonNode probe) {
        return new ConsistencyProof(
                        unsigned(probe.get("size1")), unsigned(probe.get("size2")), Vectors.hashes(probe.get("proof")))
                .proves(Vectors.hash(probe.get("root1")), Vectors.hash(probe.get("root2")));
    }

    /** Sizes beyond 2^63 become negative, as they would for whoever reads them carelessly. */
    private static long unsigned(JsonNode number) {
        return Long.parseUnsignedLong(number.asString());
    }

    private interface Verification {
        boolean holds();
    }

    /** Either the proof fails, or one of its hashes is none and cannot even be made. */
    private static void assertThatRefused(Verification verification) {
        boolean holds;
        try {
            holds = verification.holds();
        } catch (IllegalArgumentException notAHash) {
            assertThat(notAHash).hasMessageStartingWith("A hash has 32 bytes");
            return;
        }
        assertThat(holds).isFalse();
    }
}
