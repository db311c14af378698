package org.openengagement.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MerkleTreeTest {

    private final JsonNode reference = Vectors.json("merkle/reference-tree.json");

    @Test
    void the_hashes_of_nothing_and_of_leaves_are_those_of_RFC_6962() {
        assertThat(Hash.ofEmptyTree()).isEqualTo(primitive("empty").findFirst().orElseThrow());
        assertThat(Hash.ofLeaf(new byte[0]))
                .isEqualTo(primitive("leaf").findFirst().orElseThrow());
        assertThat(Hash.ofLeaf("L123456".getBytes(UTF_8)))
                .isEqualTo(primitive("leaf").skip(1).findFirst().orElseThrow());
    }

    private Stream<Hash> primitive(String operation) {
        return reference
                .get("primitives")
                .valueStream()
                .filter(primitive -> primitive.get("op").stringValue().equals(operation))
                .map(primitive -> Vectors.hex(primitive.get("want")));
    }

    @Test
    void the_hash_of_a_node_is_that_of_the_reference_tree() {
        JsonNode levels = reference.get("node_hashes_by_level_hex");
        for (int level = 0; level + 1 < levels.size(); level++) {
            for (int at = 0; at < levels.get(level + 1).size(); at++) {
                assertThat(Hash.ofNode(
                                Vectors.hex(levels.get(level).get(2 * at)),
                                Vectors.hex(levels.get(level).get(2 * at + 1))))
                        .isEqualTo(Vectors.hex(levels.get(level + 1).get(at)));
            }
        }
    }

    @Test
    void the_reference_tree_has_the_published_root_at_every_size() {
        MerkleTree tree = referenceTree();

        for (int size = 0; size <= tree.size(); size++) {
            assertThat(tree.root(size))
                    .as("size %d", size)
                    .isEqualTo(
                            Vectors.hex(reference.get("root_hashes_by_size_hex").get(size)));
        }
    }

    @Test
    void roots_and_proofs_of_forty_leaves_are_those_that_Go_computes() {
        MerkleTree tree = byteLeaves(40);
        JsonNode expected =
                Vectors.json("derived/accumulated-proofs.json").get("N").get("40");

        assertThat(digest(roots(tree))).isEqualTo(expected.get("roots").stringValue());
        assertThat(digest(inclusionProofs(tree)))
                .isEqualTo(expected.get("inclusion").stringValue());
        assertThat(digest(consistencyProofs(tree)))
                .isEqualTo(expected.get("consistency").stringValue());
    }

    @Test
    void every_proof_of_every_tree_up_to_seventy_leaves_proves_what_it_says() {
        MerkleTree tree = byteLeaves(70);
        for (int size = 1; size <= tree.size(); size++) {
            for (int index = 0; index < size; index++) {
                assertThat(tree.inclusionProof(index, size).proves(byteLeaf(index), tree.root(size)))
                        .as("leaf %d of %d", index, size)
                        .isTrue();
            }
            for (int from = 1; from <= size; from++) {
                assertThat(tree.consistencyProof(from, size).proves(tree.root(from), tree.root(size)))
                        .as("from %d to %d", from, size)
                        .isTrue();
            }
        }
    }

    @Test
    void the_root_is_that_of_the_plain_recursion_of_the_RFC() {
        for (int size = 0; size <= 130; size++) {
            assertThat(byteLeaves(size).root()).as("size %d", size).isEqualTo(plainRoot(byteLeafHashes(size)));
        }
    }

    @Test
    void a_proof_that_is_bent_anywhere_proves_nothing() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        MerkleTree tree = byteLeaves(100);
        for (int round = 0; round < 2_000; round++) {
            int size = 2 + random.nextInt(99);
            int index = random.nextInt(size);
            InclusionProof proof = tree.inclusionProof(index, size);
            InclusionProof bent = bent(proof, random);
            assertThat(bent.proves(byteLeaf(index), tree.root(size)))
                    .as("seed %d, round %d: %s instead of %s", seed, round, bent, proof)
                    .isFalse();
        }
    }

    @Test
    void nothing_is_proved_about_sizes_that_never_were() {
        MerkleTree tree = byteLeaves(5);

        assertThatOutOfBounds(() -> tree.root(6));
        assertThatOutOfBounds(() -> tree.root(-1));
        assertThatOutOfBounds(() -> tree.inclusionProof(5, 5));
        assertThatOutOfBounds(() -> tree.inclusionProof(-1, 5));
        assertThatOutOfBounds(() -> tree.consistencyProof(0, 5));
        assertThatOutOfBounds(() -> tree.consistencyProof(4, 3));
        assertThatOutOfBounds(() -> tree.consistencyProof(1, 6));
    }

    private static void assertThatOutOfBounds(Supplier<?> call) {
        assertThatThrownBy(call::get).isInstanceOf(IndexOutOfBoundsException.class);
    }

    /** One of: another place, another size, a hash more, a hash less, a hash changed, two hashes swapped. */
    private static InclusionProof bent(InclusionProof proof, Random random) {
        List<Hash> path = new ArrayList<>(proof.path());
        int at = random.nextInt(path.size());
        switch (random.nextInt(6)) {
            case 0 -> {
                return new InclusionProof(proof.index() == 0 ? 1 : proof.index() - 1, proof.size(), path);
            }
            case 1 -> {
                // A size of another height: within one height a proof may hold for several sizes, and rightly so.
                return new InclusionProof(proof.index(), proof.size() << 1, path);
            }
            case 2 -> path.add(at, byteLeaf(255));
            case 3 -> path.remove(at);
            case 4 -> path.set(at, byteLeaf(254));
            default -> {
                if (path.size() == 1) {
                    path.set(0, byteLeaf(253));
                } else {
                    path.add(path.remove((at + 1) % path.size()));
                    if (path.equals(proof.path())) {
                        path.add(path.removeFirst());
                    }
                }
            }
        }
        return new InclusionProof(proof.index(), proof.size(), path);
    }

    private MerkleTree referenceTree() {
        List<Hash> leaves = new ArrayList<>();
        reference
                .get("leaf_inputs_hex")
                .forEach(leaf -> leaves.add(Hash.ofLeaf(HexFormat.of().parseHex(leaf.stringValue()))));
        return MerkleTree.of(leaves);
    }

    private static MerkleTree byteLeaves(int size) {
        return MerkleTree.of(byteLeafHashes(size));
    }

    private static List<Hash> byteLeafHashes(int size) {
        return IntStream.range(0, size).mapToObj(MerkleTreeTest::byteLeaf).toList();
    }

    private static Hash byteLeaf(int index) {
        return Hash.ofLeaf(new byte[] {(byte) index});
    }

    private static Hash plainRoot(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.ofEmptyTree();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = 1;
        while (left * 2 < leaves.size()) {
            left *= 2;
        }
        return Hash.ofNode(plainRoot(leaves.subList(0, left)), plainRoot(leaves.subList(left, leaves.size())));
    }

    private static String roots(MerkleTree tree) {
        return IntStream.rangeClosed(0, tree.size())
                .mapToObj(size -> "%d %s\n".formatted(size, tree.root(size)))
                .collect(Collectors.joining());
    }

    private static String inclusionProofs(MerkleTree tree) {
        StringBuilder lines = new StringBuilder();
        for (int size = 1; size <= tree.size(); size++) {
            for (int index = 0; index < size; index++) {
                lines.append(line(size, index, tree.inclusionProof(index, size).path()));
            }
        }
        return lines.toString();
    }

    private static String consistencyProofs(MerkleTree tree) {
        StringBuilder lines = new StringBuilder();
        for (int to = 1; to <= tree.size(); to++) {
            for (int from = 1; from <= to; from++) {
                lines.append(line(from, to, tree.consistencyProof(from, to).path()));
            }
        }
        return lines.toString();
    }

    private static String line(int first, int second, List<Hash> path) {
        return first + " " + second + path.stream().map(hash -> " " + hash).collect(Collectors.joining()) + "\n";
    }

    private static String digest(String lines) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(lines.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
