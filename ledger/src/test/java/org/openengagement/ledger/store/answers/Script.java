package org.openengagement.ledger.store.answers;

import java.util.List;
import org.bson.BsonDocument;

/**
 * Commands that are asked one after another in an empty database.
 *
 * @param name what they are about
 */
record Script(String name, List<BsonDocument> commands) {

    static Script of(String name, String... commands) {
        return new Script(
                name, List.of(commands).stream().map(BsonDocument::parse).toList());
    }
}
