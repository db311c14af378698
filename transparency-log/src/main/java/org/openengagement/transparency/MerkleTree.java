package org.openengagement.transparency;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The tree of RFC 6962 section 2.1 over some leaf hashes, with its proofs at every size it ever had. Immutable.
 *
 * <p>Holds every complete subtree, twice the leaves in all; a root or a proof costs steps in the order of the square of the
 * tree's height.
 */
public final class MerkleTree {

    /** Level k holds the complete subtrees of 2^k leaves, from the left. */
    private final List<List<Hash>> levels = new ArrayList<>();

    private MerkleTree(List<Hash> leafHashes) {
        List<Hash> level = List.copyOf(leafHashes);
        levels.add(level);
        while (level.size() > 1) {
            List<Hash> above = new ArrayList<>(level.size() / 2);
            for (int at = 0; at + 1 < level.size(); at += 2) {
                above.add(Hash.ofNode(level.get(at), level.get(at + 1)));
            }
            levels.add(above);
            level = above;
        }
    }

    /** The tree over these leaf hashes, in this order. */
    public static MerkleTree of(List<Hash> leafHashes) {
        return new MerkleTree(leafHashes);
    }

    /** How many leaves it has. */
    public int size() {
        return levels.getFirst().size();
    }

    /** The root of the whole tree. */
    public Hash root() {
        return root(size());
    }

    /**
     * The root that the tree had when it was this large.
     *
     * @throws IndexOutOfBoundsException if it never was
     */
    public Hash root(int size) {
        Objects.checkFromToIndex(0, size, size());
        return size == 0 ? Hash.ofEmptyTree() : subtree(0, size);
    }

    /**
     * The proof that a leaf is in the tree of this size, RFC 6962 section 2.1.1.
     *
     * @throws IndexOutOfBoundsException if the tree never had this size, or then not this leaf
     */
    public InclusionProof inclusionProof(int index, int size) {
        Objects.checkFromToIndex(0, size, size());
        Objects.checkIndex(index, size);
        List<Hash> path = new ArrayList<>();
        int start = 0;
        int end = size;
        while (end - start > 1) {
            int middle = start + split(end - start);
            if (index < middle) {
                path.addFirst(subtree(middle, end));
                end = middle;
            } else {
                path.addFirst(subtree(start, middle));
                start = middle;
            }
        }
        return new InclusionProof(index, size, path);
    }

    /**
     * The proof that the tree of one size begins with the tree of another, RFC 6962 section 2.1.2.
     *
     * @param from the smaller size, from 1: there is nothing to prove about an empty tree
     * @param to the larger size
     * @throws IndexOutOfBoundsException if the tree never had these sizes
     */
    public ConsistencyProof consistencyProof(int from, int to) {
        Objects.checkFromToIndex(0, to, size());
        Objects.checkFromToIndex(1, from, to);
        List<Hash> path = new ArrayList<>();
        int start = 0;
        int end = to;
        boolean known = true;
        while (end != from) {
            int middle = start + split(end - start);
            if (from <= middle) {
                path.addFirst(subtree(middle, end));
                end = middle;
            } else {
                path.addFirst(subtree(start, middle));
                start = middle;
                known = false;
            }
        }
        if (!known) {
            path.addFirst(subtree(start, end));
        }
        return new ConsistencyProof(from, to, path);
    }

    /** The root over the leaves from start on, up to end. Start is a multiple of the power of two below the width. */
    private Hash subtree(int start, int end) {
        int width = end - start;
        if (Integer.bitCount(width) == 1) {
            int level = Integer.numberOfTrailingZeros(width);
            return levels.get(level).get(start >> level);
        }
        int middle = start + split(width);
        return Hash.ofNode(subtree(start, middle), subtree(middle, end));
    }

    /** The largest power of two below the width: how many leaves go left. */
    private static int split(int width) {
        return Integer.highestOneBit(width - 1);
    }
}
