package org.openengagement.deployment.faults;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.bson.Document;
import org.openengagement.deployment.faults.proxy.CuttingProxy;
import org.openengagement.deployment.topology.ChildProcess;
import org.openengagement.deployment.topology.FreePorts;
import org.openengagement.deployment.topology.Mongod;
import org.openengagement.deployment.topology.ProcessGuard;

/** One {@code mongod} of the replica set, known to all by the address of its proxy. */
final class Member implements AutoCloseable {

    private final ChildProcess process;
    private final CuttingProxy proxy;
    private final MongoClient direct;

    Member(int number, Path mongod, Path directory, RandomGenerator random, ProcessGuard guard) {
        try {
            int port = FreePorts.next(random);
            this.process = Mongod.member("mongod-" + number, port, mongod, directory, guard);
            this.proxy = new CuttingProxy(port);
            this.direct = MongoClients.create(MongoClientSettings.builder()
                    .applyToClusterSettings(cluster -> cluster.hosts(List.of(new ServerAddress("127.0.0.1", port)))
                            .serverSelectionTimeout(1, TimeUnit.SECONDS))
                    .applyToSocketSettings(
                            socket -> socket.connectTimeout(1, TimeUnit.SECONDS).readTimeout(2, TimeUnit.SECONDS))
                    .build());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    ChildProcess process() {
        return process;
    }

    CuttingProxy proxy() {
        return proxy;
    }

    /** A client of this member alone, past the proxy. */
    MongoClient direct() {
        return direct;
    }

    /** The address by which everybody knows it. */
    String address() {
        return "127.0.0.1:" + proxy.port();
    }

    /** What it says of itself; empty where it does not answer. */
    Optional<Document> hello() {
        try {
            return Optional.of(direct.getDatabase("admin").runCommand(new Document("hello", 1)));
        } catch (MongoException silent) {
            return Optional.empty();
        }
    }

    boolean isPrimary() {
        return hello().map(said -> said.getBoolean("isWritablePrimary", false)).orElse(false);
    }

    boolean isSecondary() {
        return hello().map(said -> said.getBoolean("secondary", false)).orElse(false);
    }

    /** How often it took back writes that no majority had. */
    long rollbacks() {
        try (Stream<String> lines = Files.lines(process.log(), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains("\"Rollback summary\"")).count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() throws IOException {
        direct.close();
        proxy.close();
        process.kill();
    }
}
