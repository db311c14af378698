package org.openengagement.deployment;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.bson.Document;
import org.openengagement.deployment.topology.ChildProcess;
import org.openengagement.deployment.topology.DeploymentFiles;
import org.openengagement.deployment.topology.FreePorts;
import org.openengagement.deployment.topology.Mongod;
import org.openengagement.deployment.topology.ProcessGuard;

/** Three {@code mongod} with a key file, and the collections and users of {@code roles.json}, made in the steps of {@code initiate.js}. */
final class SecuredReplicaSet implements AutoCloseable {

    private static final String ADMIN = "admin";
    private static final String PASSWORD = "known-to-this-test-only";
    private static final String ROLE = "role";

    private final List<ChildProcess> members = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private final String database = DeploymentFiles.roles().getString("database");

    SecuredReplicaSet(Path mongod, Path directory, RandomGenerator random, ProcessGuard guard) {
        Path keyFile = keyFile(directory);
        for (int number = 1; number <= 3; number++) {
            int port = FreePorts.next(random);
            ports.add(port);
            members.add(
                    Mongod.member("mongod-" + number, port, mongod, directory, guard, "--keyFile", keyFile.toString()));
        }
        members.forEach(ChildProcess::start);
        initiate();
        makeCollectionsAndUsers();
    }

    /** The way in for one of the users of {@code roles.json}. */
    String connectionString(String user) {
        return "mongodb://%s:%s@%s/%s?replicaSet=oel".formatted(user, PASSWORD, hosts(), database);
    }

    private static Path keyFile(Path directory) {
        try {
            Path file = Files.writeString(directory.resolve("keyfile"), "a3" + "Zx".repeat(100));
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The first user is made over loopback at the first member, while there is none. */
    private void initiate() {
        try (MongoClient anybody = client("")) {
            MongoDatabase admin = anybody.getDatabase(ADMIN);
            Mongod.initiate(admin, host(0));
            admin.runCommand(
                    new Document("createUser", ADMIN).append("pwd", PASSWORD).append("roles", List.of("root")));
        }
        try (MongoClient administrator = client("%s:%s@".formatted(ADMIN, PASSWORD))) {
            Mongod.join(administrator.getDatabase(ADMIN), List.of(host(1), host(2)));
        }
    }

    private MongoClient client(String user) {
        return MongoClients.create("mongodb://%s%s/?directConnection=true".formatted(user, host(0)));
    }

    private void makeCollectionsAndUsers() {
        try (MongoClient client =
                MongoClients.create("mongodb://%s:%s@%s/admin?replicaSet=oel".formatted(ADMIN, PASSWORD, hosts()))) {
            MongoDatabase ledger = client.getDatabase(database);
            for (Document each : DeploymentFiles.roles().getList("collections", Document.class)) {
                String collection = each.getString("collection");
                ledger.createCollection(collection);
                for (Document index : each.getList("indexes", Document.class)) {
                    ledger.runCommand(new Document("createIndexes", collection).append("indexes", List.of(index)));
                }
            }
            for (Document each : DeploymentFiles.roles().getList("roles", Document.class)) {
                String role = each.getString(ROLE);
                ledger.runCommand(new Document("createRole", role)
                        .append("privileges", privileges(each))
                        .append("roles", List.of()));
                ledger.runCommand(new Document("createUser", role)
                        .append("pwd", PASSWORD)
                        .append("roles", List.of(new Document(ROLE, role).append("db", database))));
            }
        }
    }

    private List<Document> privileges(Document role) {
        return role.getList("privileges", Document.class).stream()
                .map(may -> new Document(
                                "resource",
                                new Document("db", database).append("collection", may.getString("collection")))
                        .append("actions", may.getList("actions", String.class)))
                .toList();
    }

    private String host(int number) {
        return "127.0.0.1:" + ports.get(number);
    }

    private String hosts() {
        return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    @Override
    public void close() {
        members.forEach(ChildProcess::kill);
    }
}
