package org.openengagement.transparency;

import java.util.List;

/**
 * The hashes that lead from a leaf to a root, RFC 6962 section 2.1.1. Anything may stand in one: only {@link #proves} says
 * whether it is worth something.
 *
 * @param index the leaf's place, from 0
 * @param size the size of the tree
 * @param path the sibling at each level, the leaf's own first
 */
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /**
     * Whether the leaf stands at this place in the tree of this size and root. Checked by RFC 9162 section 2.1.3.2, with the
     * exact length of the path.
     */
    public boolean proves(Hash leafHash, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash hash = leafHash;
        for (Hash sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hash.ofNode(sibling, hash);
                int skipped = Long.numberOfTrailingZeros(node);
                node >>= skipped;
                last >>= skipped;
            } else {
                hash = Hash.ofNode(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
