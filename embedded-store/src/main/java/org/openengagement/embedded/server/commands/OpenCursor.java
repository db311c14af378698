package org.openengagement.embedded.server.commands;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.embedded.storage.Catalog;
import org.openengagement.embedded.storage.DocumentCollection;
import org.openengagement.embedded.storage.Found;
import org.openengagement.embedded.storage.Query;
import org.openengagement.embedded.storage.Results;
import org.openengagement.embedded.storage.StoreFile;

/** An answer that is fetched in batches, each bounded by a number of documents and by bytes. */
final class OpenCursor {

    /** A batch ends with the document that reaches this; one document has 16 MiB at most. */
    static final int MOST_BYTES = 8 * 1024 * 1024;

    private final String collection;
    private final StoreFile file;
    private final Query query;
    private final @Nullable Projection projection;
    private @Nullable Results results;
    private boolean exhausted;

    OpenCursor(String collection, StoreFile file, Query query, @Nullable Projection projection) {
        this.collection = collection;
        this.file = file;
        this.query = query;
        this.projection = projection;
    }

    String collection() {
        return collection;
    }

    synchronized boolean isExhausted() {
        return exhausted;
    }

    /** Documents, and where no projection changes them, what was found as it is. */
    synchronized List<?> next(long most) {
        return exhausted ? List.of() : file.read(catalog -> next(catalog, most));
    }

    private List<?> next(Catalog catalog, long most) {
        List<Object> batch = new ArrayList<>();
        DocumentCollection documents = catalog.find(collection).orElse(null);
        if (documents == null) {
            exhausted = true;
            return batch;
        }
        Results answer = results == null ? new Results(query, documents) : results;
        results = answer;
        int bytes = 0;
        while (!exhausted && batch.size() < most && bytes < MOST_BYTES) {
            Found found = answer.next(documents);
            if (found != null) {
                bytes += found.size();
                batch.add(projection == null ? found : projection.of(found.document()));
            }
            exhausted = found == null || answer.hasReachedLimit();
        }
        answer.rest();
        return batch;
    }
}
