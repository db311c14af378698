package org.openengagement.embedded.storage;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.embedded.storage.index.Bounds;
import org.openengagement.embedded.storage.index.Index;
import org.openengagement.embedded.storage.index.IndexDefinition;
import org.openengagement.embedded.storage.index.KeyBytes;
import org.openengagement.embedded.storage.index.KeyRange;

/**
 * How a query is answered: which tree is walked, where, and in which direction.
 *
 * @param index whose tree; null for that of {@code _id}
 * @param ranges in the order of the walk
 * @param inOrder whether the walk comes by the documents in the order that is asked for
 */
record AccessPath(@Nullable String index, List<KeyRange> ranges, boolean backwards, boolean inOrder) {

    private static final int MOST_POINTS = 20_000;

    /**
     * Chooses a path: {@code _id} if the filter bounds it; else the index of which the filter names most fields exactly;
     * else one that gives the order; else one with a range; else everything.
     */
    static AccessPath of(Query query, DocumentCollection collection) {
        Document filter = Conditions.of(query.filter());
        AccessPath byId = alongIndex(query, filter, null, List.of(DocumentCollection.ID));
        if (Bounds.of(filter, DocumentCollection.ID, false) != null) {
            return byId;
        }
        AccessPath best = byId;
        int bestRank = byId.inOrder && !query.sort().isEmpty() ? 1 : 0;
        for (Index index : collection.indexes()) {
            IndexDefinition definition = index.definition();
            if (definition.partial() != null) {
                continue;
            }
            AccessPath path = alongIndex(query, filter, definition.name(), definition.fields());
            int rank = rank(query, filter, definition, path);
            if (rank > bestRank) {
                best = path;
                bestRank = rank;
            }
        }
        return best;
    }

    private static int rank(Query query, Document filter, IndexDefinition definition, AccessPath path) {
        int exact = 0;
        boolean range = false;
        for (String field : definition.fields()) {
            Bounds bounds = Bounds.of(filter, field, true);
            if (bounds == null || bounds.isRange()) {
                range = bounds != null;
                break;
            }
            exact++;
        }
        if (exact == 0 && !range && !definition.isComplete()) {
            return 0;
        }
        int ordered = path.inOrder && !query.sort().isEmpty() ? 2 : 0;
        return exact > 0 ? 10 * exact + (range ? 3 : 0) + ordered : ordered > 0 ? (range ? 4 : 1) : range ? 1 : 0;
    }

    private static AccessPath alongIndex(Query query, Document filter, @Nullable String index, List<String> fields) {
        List<KeyRange> ranges = new ArrayList<>();
        List<byte[]> prefixes = List.of(new byte[0]);
        boolean bounded = false;
        for (String field : fields) {
            Bounds bounds = Bounds.of(filter, field, index != null);
            if (bounds == null || (long) prefixes.size() * bounds.points().size() > MOST_POINTS) {
                break;
            }
            if (bounds.isRange()) {
                prefixes.forEach(prefix -> ranges.addAll(bounds.under(prefix)));
                bounded = true;
                break;
            }
            List<byte[]> longer = new ArrayList<>();
            prefixes.forEach(prefix -> bounds.points().forEach(point -> longer.add(KeyBytes.joined(prefix, point))));
            prefixes = longer;
        }
        if (!bounded) {
            prefixes.forEach(prefix -> ranges.add(KeyRange.allThatBeginWith(prefix)));
        }
        int direction = query.directionOverPrefixOf(fields);
        return new AccessPath(
                index,
                direction < 0 ? ranges.reversed() : ranges,
                direction < 0,
                direction != 0 || query.sort().isEmpty());
    }
}
