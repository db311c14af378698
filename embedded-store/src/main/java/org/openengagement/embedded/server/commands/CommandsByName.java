package org.openengagement.embedded.server.commands;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openengagement.embedded.storage.StoreFiles;

/** Everything that is answered to one who has logged in, by name. */
public final class CommandsByName {

    private static final int MANY = Integer.MAX_VALUE;

    private final Map<String, Command> byName = new TreeMap<>();

    /** The commands over a store's files. */
    public CommandsByName(StoreFiles files, InstantSource clock) {
        Cursors cursors = new Cursors();
        byName.put("find", new Find(files, cursors));
        byName.put(
                "getMore",
                (database, request) -> cursors.next(
                        Requests.number(request, "getMore", 0), orMany(Requests.number(request, "batchSize", MANY))));
        byName.put("killCursors", (database, request) -> killCursors(cursors, request));
        byName.put("count", new Count(files));
        byName.put("aggregate", new Aggregate(files));
        byName.put("insert", new Insert(files));
        byName.put("update", new Update(files));
        byName.put("delete", new Delete(files));
        byName.put("findAndModify", new FindAndModify(files));
        byName.put("findandmodify", new FindAndModify(files));
        byName.put("createIndexes", new CreateIndexes(files));
        byName.put("dropIndexes", new DropIndexes(files));
        Administration administration = new Administration(files);
        byName.put("listIndexes", administration::listIndexes);
        byName.put("listCollections", administration::listCollections);
        byName.put("listDatabases", administration::listDatabases);
        byName.put("create", administration::create);
        byName.put("drop", administration::drop);
        byName.put("dropDatabase", administration::dropDatabase);
        byName.put("renameCollection", (database, request) -> {
            throw new MongoServerError(20, "IllegalOperation", "The embedded store renames no collection.");
        });
        Hello hello = new Hello(clock);
        byName.put("hello", hello);
        byName.put("isMaster", hello);
        byName.put("ismaster", hello);
        byName.put("buildInfo", hello::buildInfo);
        byName.put("buildinfo", hello::buildInfo);
        byName.put("serverStatus", hello::serverStatus);
        byName.put("ping", (database, request) -> new Document());
        byName.put("endSessions", (database, request) -> new Document());
    }

    /**
     * Answers a command.
     *
     * @throws MongoServerError if there is none of this name, or it refuses
     */
    public Document answer(String name, String database, Document request) {
        Command command = byName.get(name);
        if (command == null) {
            throw new MongoServerError(59, "CommandNotFound", "no such command: '%s'".formatted(name));
        }
        return command.answer(database, request);
    }

    public static boolean isHello(String name) {
        return List.of("hello", "isMaster", "ismaster").contains(name);
    }

    private static long orMany(long asked) {
        return asked == 0 ? MANY : asked;
    }

    private static Document killCursors(Cursors cursors, Document request) {
        if (!(request.get("cursors") instanceof List<?> asked)) {
            throw new MongoServerError(14, "TypeMismatch", "'cursors' has to be an array.");
        }
        List<?> killed = asked.stream()
                .filter(id -> id instanceof Number number && cursors.close(number.longValue()))
                .toList();
        return new Document("cursorsKilled", killed)
                .append(
                        "cursorsNotFound",
                        asked.stream().filter(id -> !killed.contains(id)).toList())
                .append("cursorsAlive", List.of())
                .append("cursorsUnknown", List.of());
    }
}
