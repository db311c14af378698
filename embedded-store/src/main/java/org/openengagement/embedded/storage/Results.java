package org.openengagement.embedded.storage;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a query, a document at a time. It may rest between two reads, and then holds no pages of the store: it
 * goes on from the last key, as MongoDB's cursors do, and does not promise a state of one moment. An order that no index
 * gives is made in memory, of at most 64 MiB.
 */
public final class Results {

    private static final long MOST_SORTED_BYTES = 64L * 1024 * 1024;

    private final Query query;
    private final AccessPath path;
    private final Walk walk;
    private final WantedFields wanted;
    private final DefaultQueryMatcher matcher = new DefaultQueryMatcher();
    private final Set<ByteBuffer> seen = new HashSet<>();
    private @Nullable Deque<Found> sorted;
    private long skipped;
    private long given;

    /** Nothing is read yet. */
    public Results(Query query, DocumentCollection collection) {
        this.query = query;
        this.wanted = WantedFields.of(query.filter());
        this.path = AccessPath.of(query, collection);
        this.walk = new Walk(path.ranges(), path.backwards());
    }

    /**
     * The next document; null at the end.
     *
     * @throws MongoServerError if the filter or the order cannot be understood, or there is too much to sort
     */
    public @Nullable Found next(DocumentCollection collection) {
        if (hasReachedLimit()) {
            return null;
        }
        Found found = ordered(collection);
        while (found != null && skipped < query.skip()) {
            skipped++;
            found = ordered(collection);
        }
        given += found == null ? 0 : 1;
        return found;
    }

    /** Whether as many were given as were asked for. */
    public boolean hasReachedLimit() {
        return query.limit() > 0 && given >= query.limit();
    }

    /** All that is left. */
    public List<Document> all(DocumentCollection collection) {
        List<Document> all = new ArrayList<>();
        for (Found found = next(collection); found != null; found = next(collection)) {
            all.add(found.document());
        }
        return all;
    }

    /** Lets go of the store's pages until the next read. */
    public void rest() {
        walk.rest();
    }

    private @Nullable Found ordered(DocumentCollection collection) {
        if (path.inOrder()) {
            return matching(collection);
        }
        if (sorted == null) {
            sorted = sort(collection);
        }
        return sorted.poll();
    }

    private Deque<Found> sort(DocumentCollection collection) {
        List<Found> all = new ArrayList<>();
        long bytes = 0;
        for (Found found = matching(collection); found != null; found = matching(collection)) {
            all.add(found);
            bytes += found.size();
            if (bytes > MOST_SORTED_BYTES) {
                throw new MongoServerError(
                        292,
                        "QueryExceededMemoryLimitNoDiskUseAllowed",
                        "Over %d bytes to sort by %s: an index is needed.".formatted(MOST_SORTED_BYTES, query.sort()));
            }
        }
        all.sort(Comparator.comparing(Found::document, new DocumentComparator(query.sort())));
        return new ArrayDeque<>(all);
    }

    private @Nullable Found matching(DocumentCollection collection) {
        if (path.index() != null && !collection.hasIndex(path.index())) {
            throw new MongoServerError(175, "QueryPlanKilled", "The index that this query walked was dropped.");
        }
        MVMap<byte[], byte[]> tree = collection.tree(path.index());
        for (byte[] value = walk.next(tree); value != null; value = walk.next(tree)) {
            byte[] stored = stored(collection, value);
            if (stored != null) {
                Found found = new Found(stored);
                if (matcher.matches(found.seenBy(wanted), query.filter())) {
                    return found;
                }
            }
        }
        return null;
    }

    /** A document stands under several keys of an index if a field is an array: it is given once. */
    private byte @Nullable [] stored(DocumentCollection collection, byte[] value) {
        if (path.index() == null) {
            collection.visited();
            return value;
        }
        return seen.add(ByteBuffer.wrap(value)) ? collection.stored(value) : null;
    }
}
