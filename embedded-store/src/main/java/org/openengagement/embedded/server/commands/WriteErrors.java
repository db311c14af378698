package org.openengagement.embedded.server.commands;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import org.openengagement.embedded.storage.index.DuplicateKeyError;

/** What was refused of a write of several parts. An ordered write stops at the first refusal. */
final class WriteErrors {

    private final List<Document> errors = new ArrayList<>();
    private final boolean ordered;

    WriteErrors(Document request) {
        this.ordered = !Boolean.FALSE.equals(request.get("ordered"));
    }

    boolean stop() {
        return ordered && !errors.isEmpty();
    }

    void add(int index, MongoServerError refusal) {
        Document error = new Document("index", index)
                .append("code", refusal.getCode())
                .append("errmsg", refusal.getMessageWithoutErrorCode());
        if (refusal instanceof DuplicateKeyError duplicate) {
            error.append("keyPattern", duplicate.keyPattern()).append("keyValue", duplicate.keyValue());
        }
        errors.add(error);
    }

    Document in(Document answer) {
        return errors.isEmpty() ? answer : answer.append("writeErrors", errors);
    }
}
