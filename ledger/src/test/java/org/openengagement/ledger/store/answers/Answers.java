package org.openengagement.ledger.store.answers;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonUndefined;
import org.bson.BsonValue;

/** Asks a database, and leaves out of its answers what differs from one server, or one day, to another. */
final class Answers {

    private static final Set<String> OF_ONE_SERVER =
            Set.of("operationTime", "$clusterTime", "electionId", "opTime", "topologyVersion", "commitQuorum", "note");

    private static final Pattern TAKEN = Pattern.compile("index: (\\S+) dup key");

    private final MongoDatabase database;
    private BsonInt64 lastCursor = new BsonInt64(0);

    private Answers(MongoDatabase database) {
        this.database = database;
    }

    /** The answers to a script; the database is dropped afterwards. */
    static List<BsonDocument> to(Script script, MongoDatabase database) {
        Answers answers = new Answers(database);
        List<BsonDocument> all = new ArrayList<>();
        try {
            script.commands().forEach(command -> all.add(answers.to(command)));
            return all;
        } finally {
            database.drop();
        }
    }

    private BsonDocument to(BsonDocument command) {
        BsonDocument asked = command.clone();
        if (asked.containsKey("getMore")) {
            asked.put("getMore", lastCursor);
        }
        if (asked.containsKey("cursors")) {
            asked.put("cursors", new BsonArray(List.of(lastCursor)));
        }
        try {
            BsonDocument answer = database.runCommand(asked, BsonDocument.class);
            if (answer.get("cursor") instanceof BsonDocument cursor && cursor.containsKey("id")) {
                lastCursor = cursor.getInt64("id").getValue() == 0 ? lastCursor : cursor.getInt64("id");
            }
            return normal(answer);
        } catch (MongoCommandException refused) {
            return refusal(refused.getResponse());
        }
    }

    /** A refusal's words are each server's own, but which index a key is taken in is part of the answer. */
    private static BsonDocument refusal(BsonDocument answer) {
        BsonDocument kept = new BsonDocument();
        for (String name : List.of("ok", "code", "codeName", "index", "keyPattern", "keyValue")) {
            if (answer.containsKey(name)) {
                kept.put(name, name.equals("keyValue") ? withoutUndefined(answer.getDocument(name)) : answer.get(name));
            }
        }
        String words = answer.getString("errmsg", new BsonString("")).getValue();
        Matcher taken = TAKEN.matcher(words);
        if (taken.find()) {
            kept.put("names", new BsonString(taken.group(1)));
        }
        return kept;
    }

    /** MongoDB shows the key of an empty array as undefined, a type that is deprecated. */
    private static BsonDocument withoutUndefined(BsonDocument keys) {
        BsonDocument kept = new BsonDocument();
        keys.forEach((name, value) -> kept.put(name, value instanceof BsonUndefined ? new BsonArray() : value));
        return kept;
    }

    private BsonDocument normal(BsonDocument document) {
        BsonDocument kept = new BsonDocument();
        document.forEach((name, value) -> {
            if (!OF_ONE_SERVER.contains(name)) {
                kept.put(name, normal(name, value));
            }
        });
        return kept;
    }

    private BsonValue normal(String name, BsonValue value) {
        return switch (name) {
            case "ok" -> new BsonInt32(value.asNumber().intValue());
            case "ns" -> new BsonString(value.asString().getValue().replace(database.getName(), "database"));
            case "id" -> value.isInt64() ? new BsonBoolean(value.asInt64().getValue() != 0) : value;
            case "cursorsKilled", "cursorsNotFound" ->
                new BsonInt32(value.asArray().size());
            case "upserted" -> new BsonInt32(value.isArray() ? value.asArray().size() : 1);
            case "writeErrors" ->
                new BsonArray(value.asArray().stream()
                        .map(each -> refusal(each.asDocument()))
                        .toList());
            default ->
                value.isDocument() && (name.equals("cursor") || name.equals("lastErrorObject"))
                        ? normal(value.asDocument())
                        : value;
        };
    }
}
