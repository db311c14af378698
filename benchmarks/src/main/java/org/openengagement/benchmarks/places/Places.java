package org.openengagement.benchmarks.places;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.internal.build.MongoDriverVersion;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.Document;
import org.openengagement.embedded.EmbeddedStore;
import org.openengagement.embedded.EmbeddedStoreOptions;

/** The databases of one run. Each is started when somebody first asks for it, and kept until the end. */
public final class Places implements AutoCloseable {

    private static final int MOST_WRITERS = 64;
    private static final String REPLICA_SET = "replica set";

    private final Path folder;
    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
    private final Map<String, Object> started = new LinkedHashMap<>();

    private Places(Path folder) {
        this.folder = folder;
    }

    /** None started yet. */
    public static Places inATemporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("benchmarks");
            Places places = new Places(folder);
            places.toClose.push(() -> delete(folder));
            return places;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** A folder that goes with the run. */
    public Path folder(String name) {
        return folder.resolve(name);
    }

    /** How the embedded store of a node is set up. */
    public static EmbeddedStoreOptions embeddedOptions() {
        return EmbeddedStoreOptions.standard()
                .withAppendOnly("commits", "checkpoints")
                .withErasable("disclosures", "vault");
    }

    /** The embedded store, reached by the stock driver over loopback, as a node reaches it. */
    public MongoPlace embedded() {
        return once("embedded store", MongoPlace.class, () -> {
            EmbeddedStore store = closing(EmbeddedStore.open(folder("embedded"), embeddedOptions()));
            return new MongoPlace("embedded store", client(store.connectionString()), false);
        });
    }

    /**
     * The MongoDB that {@code MONGODB_URI} names, else a replica set of three on this machine.
     *
     * @throws UnavailableException if there is none
     */
    public MongoPlace replicaSet() {
        return once(REPLICA_SET, MongoPlace.class, () -> {
            String uri = Optional.ofNullable(System.getenv("MONGODB_URI"))
                    .filter(given -> !given.isBlank())
                    .orElseGet(() -> closing(Tool.start("mongod-replica-set")).uri());
            return new MongoPlace(REPLICA_SET, client(uri), true);
        });
    }

    /**
     * PostgreSQL with Debian's settings, on this machine.
     *
     * @throws UnavailableException if there is none
     */
    public DataSource postgreSql() {
        return once(
                "PostgreSQL",
                DataSource.class,
                () -> pool(closing(Tool.start("postgresql")).uri()));
    }

    /** H2 in a file, which writes at each commit; no setting makes it wait for the disk. */
    public DataSource h2() {
        return once(
                "H2",
                DataSource.class,
                () -> pool("jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;USER=sa"
                        .formatted(folder("h2").resolve("events"))));
    }

    /** What runs there, with its version: of all that was started. */
    public List<String> versions() {
        List<String> versions = new ArrayList<>();
        versions.add("driver " + MongoDriverVersion.VERSION);
        versions.add("Axon " + EventStore.class.getPackage().getImplementationVersion());
        started.values().forEach(place -> {
            if (place instanceof MongoPlace mongo && mongo.name().equals(REPLICA_SET)) {
                versions.add("MongoDB "
                        + mongo.named("admin")
                                .runCommand(new Document("buildInfo", 1))
                                .getString("version"));
            } else if (place instanceof DataSource source) {
                versions.add(product(source));
            }
        });
        return versions;
    }

    private static String product(DataSource source) {
        try (Connection connection = source.getConnection()) {
            var told = connection.getMetaData();
            return told.getDatabaseProductName() + " " + told.getDatabaseProductVersion();
        } catch (SQLException unanswered) {
            throw new IllegalStateException(unanswered);
        }
    }

    @Override
    public void close() {
        while (!toClose.isEmpty()) {
            close(toClose.pop());
        }
    }

    private static void close(AutoCloseable last) {
        try {
            last.close();
        } catch (RuntimeException broken) {
            throw broken;
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private MongoClient client(String uri) {
        return closing(MongoClients.create(uri));
    }

    private DataSource pool(String uri) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(uri);
        config.setMaximumPoolSize(MOST_WRITERS);
        config.setMinimumIdle(MOST_WRITERS);
        return closing(new HikariDataSource(config));
    }

    private <T extends AutoCloseable> T closing(T part) {
        toClose.push(part);
        return part;
    }

    private <T> T once(String name, Class<T> type, Supplier<T> start) {
        Object existing = started.get(name);
        if (existing == null) {
            existing = start.get();
            started.put(name, existing);
        }
        return type.cast(existing);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
