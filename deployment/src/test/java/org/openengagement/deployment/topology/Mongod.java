package org.openengagement.deployment.topology;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;

/** Three {@code mongod} as a replica set, in the steps of {@code initiate.js}. */
public final class Mongod {

    private static final String HOST = "host";
    private static final String MEMBERS = "members";

    private Mongod() {}

    /** A member of a set to be, not started yet; its data are in a folder of its name. */
    public static ChildProcess member(
            String name, int port, Path program, Path directory, ProcessGuard guard, String... more) {
        try {
            List<String> command = Stream.concat(
                            Stream.of(
                                    program.toString(),
                                    "--replSet",
                                    "oel",
                                    "--bind_ip",
                                    "127.0.0.1",
                                    "--port",
                                    String.valueOf(port),
                                    "--dbpath",
                                    Files.createDirectories(directory.resolve(name))
                                            .toString(),
                                    "--nounixsocket",
                                    "--wiredTigerCacheSizeGB",
                                    "0.25",
                                    "--oplogSize",
                                    "512",
                                    "--setParameter",
                                    "diagnosticDataCollectionEnabled=false"),
                            Stream.of(more))
                    .toList();
            return new ChildProcess(name, command, Map.of(), directory.resolve(name + ".log"), guard);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Makes one a set of its own, and waits until it takes writes: alone it need not wait for an election. */
    public static void initiate(MongoDatabase admin, String host) {
        admin.runCommand(new Document(
                "replSetInitiate",
                new Document("_id", "oel").append(MEMBERS, List.of(new Document("_id", 0).append(HOST, host)))));
        Await.until(
                host + " takes writes",
                () -> admin.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary", false));
    }

    /** Takes the others into the set of the first, and waits until they follow. */
    public static void join(MongoDatabase admin, List<String> others) {
        for (String host : others) {
            // The set changes its own configuration once more after each member that came; until then another cannot be
            // added.
            Await.until(host + " is a member", () -> joined(admin, host));
        }
        Await.until("all follow", () -> allFollow(admin));
    }

    private static boolean joined(MongoDatabase admin, String host) {
        Document set = admin.runCommand(new Document("replSetGetConfig", 1)).get("config", Document.class);
        List<Document> members = new ArrayList<>(set.getList(MEMBERS, Document.class));
        members.add(new Document("_id", members.size()).append(HOST, host));
        set.append("version", set.getInteger("version") + 1).append(MEMBERS, members);
        try {
            admin.runCommand(new Document("replSetReconfig", set));
            return true;
        } catch (MongoCommandException busy) {
            return false;
        }
    }

    /** A new member that follows has no say yet until the set has changed its configuration once more. */
    private static boolean allFollow(MongoDatabase admin) {
        return admin.runCommand(new Document("replSetGetStatus", 1)).getList(MEMBERS, Document.class).stream()
                        .allMatch(member -> List.of("PRIMARY", "SECONDARY").contains(member.getString("stateStr")))
                && admin
                        .runCommand(new Document("replSetGetConfig", 1))
                        .get("config", Document.class)
                        .getList(MEMBERS, Document.class)
                        .stream()
                        .noneMatch(member -> member.getBoolean("newlyAdded", false));
    }
}
