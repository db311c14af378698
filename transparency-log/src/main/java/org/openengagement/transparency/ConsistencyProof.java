package org.openengagement.transparency;

import java.util.List;

/**
 * The hashes that show that one tree is the beginning of another, RFC 6962 section 2.1.2. Anything may stand in one: only
 * {@link #proves} says whether it is worth something.
 *
 * @param from the size of the older tree
 * @param to the size of the newer tree
 * @param path the hashes of the subtrees that lead to both roots
 */
public record ConsistencyProof(long from, long to, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /**
     * Whether the older tree, by its root, is the beginning of the newer one. Checked by RFC 9162 section 2.1.4.2, with the
     * exact length of the path. From an empty tree nothing can be proved.
     */
    public boolean proves(Hash olderRoot, Hash newerRoot) {
        if (from < 1 || from > to) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && olderRoot.equals(newerRoot);
        }
        // Where the older tree is one complete subtree, its root is the first hash and is left out of the path.
        boolean complete = Long.bitCount(from) == 1;
        if (!complete && path.isEmpty()) {
            return false;
        }
        int skipped = Long.numberOfTrailingZeros(from);
        long node = (from - 1) >> skipped;
        long last = (to - 1) >> skipped;
        Hash older = complete ? olderRoot : path.getFirst();
        Hash newer = older;
        for (Hash hash : complete ? path : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                older = Hash.ofNode(hash, older);
                newer = Hash.ofNode(hash, newer);
                int passed = Long.numberOfTrailingZeros(node);
                node >>= passed;
                last >>= passed;
            } else {
                newer = Hash.ofNode(newer, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && older.equals(olderRoot) && newer.equals(newerRoot);
    }
}
