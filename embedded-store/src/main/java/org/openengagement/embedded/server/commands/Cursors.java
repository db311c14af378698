package org.openengagement.embedded.server.commands;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answers that are still being fetched: a bounded number, of which the one unused for longest goes first. */
final class Cursors {

    private static final int MOST = 1000;

    private final Map<Long, OpenCursor> open = new LinkedHashMap<>(16, 0.75f, true);
    private long last;

    /** The first batch, with the name under which the next can be fetched. */
    Document first(OpenCursor cursor, long most, boolean only) {
        List<?> batch = cursor.next(most);
        long id = only || cursor.isExhausted() ? 0 : keep(cursor);
        return answer(cursor.collection(), id, "firstBatch", batch);
    }

    /** @throws MongoServerError if there is no such cursor, or no longer */
    Document next(long id, long most) {
        OpenCursor cursor = find(id);
        List<?> batch = cursor.next(most);
        if (cursor.isExhausted()) {
            close(id);
        }
        return answer(cursor.collection(), cursor.isExhausted() ? 0 : id, "nextBatch", batch);
    }

    synchronized boolean close(long id) {
        return open.remove(id) != null;
    }

    /** An answer of one batch. */
    static Document whole(String collection, List<?> batch) {
        return answer(collection, 0, "firstBatch", batch);
    }

    private synchronized long keep(OpenCursor cursor) {
        open.put(++last, cursor);
        if (open.size() > MOST) {
            open.remove(open.keySet().iterator().next());
        }
        return last;
    }

    private synchronized OpenCursor find(long id) {
        OpenCursor cursor = open.get(id);
        if (cursor == null) {
            throw new MongoServerError(43, "CursorNotFound", "There is no cursor %d, or no longer.".formatted(id));
        }
        return cursor;
    }

    private static Document answer(String collection, long id, String kind, List<?> batch) {
        return new Document("cursor", new Document(kind, batch).append("id", id).append("ns", collection));
    }
}
