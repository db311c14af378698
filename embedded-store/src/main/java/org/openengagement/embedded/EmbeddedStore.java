package org.openengagement.embedded;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.openengagement.embedded.server.WireServer;
import org.openengagement.embedded.server.commands.CommandsByName;
import org.openengagement.embedded.server.login.Credentials;
import org.openengagement.embedded.storage.StoreFile;
import org.openengagement.embedded.storage.StoreFiles;
import org.openengagement.embedded.storage.files.DamagedStoreException;
import org.openengagement.embedded.storage.files.NotWrittenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A MongoDB-compatible store in a directory, for one machine. It listens on loopback and answers the stock driver, which
 * finds user and password in {@link #connectionString()}. What it has answered to a write is on disk.
 */
public final class EmbeddedStore implements AutoCloseable {

    /**
     * How long a driver waits for an answer. There is no other node to turn to, so giving up early gains nothing; a machine
     * that has far more to do than it can takes over 10 s for a sync. Less than the minute for which the ledger tries a write.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(50);

    private static final Logger log = LoggerFactory.getLogger(EmbeddedStore.class);

    private final DirectoryLock lock;
    private final StoreFiles files;
    private final ErasureSchedule schedule;
    private final WireServer server;
    private final String connectionString;
    private final LongAdder visits;
    private boolean closed;

    private EmbeddedStore(DirectoryLock lock, StoreFiles files, LongAdder visits, EmbeddedStoreOptions options) {
        this.lock = lock;
        this.files = files;
        this.visits = visits;
        SecureRandom random = new SecureRandom();
        Credentials credentials = Credentials.random(random);
        this.server = new WireServer(new CommandsByName(files, options.clock()), credentials, random);
        this.schedule = new ErasureSchedule(files.second(), options.clock(), options.rewriteWithin());
        // Not by a format, which would write numbers in the digits of the machine's language.
        this.connectionString = "mongodb://" + credentials.forConnectionString() + "@127.0.0.1:" + server.port()
                + "/?authMechanism=SCRAM-SHA-256&retryWrites=false&appName=" + credentials.word()
                + "&timeoutMS=" + PATIENCE.toMillis() + "&connectTimeoutMS=" + PATIENCE.toMillis();
    }

    /**
     * Opens a directory, made if it does not exist and then for its owner only.
     *
     * @throws StoreInUseException if another store holds it
     * @throws org.openengagement.embedded.storage.files.DamagedStoreException if its files are not those of a whole store
     * @throws UncheckedIOException if it cannot be made or used
     */
    public static EmbeddedStore open(Path directory, EmbeddedStoreOptions options) {
        DataDirectory.make(directory, options.fileLayer());
        DirectoryLock lock = DirectoryLock.take(directory, options.clock().instant());
        try {
            return open(lock, directory, options);
        } catch (RuntimeException problem) {
            lock.close();
            throw problem;
        }
    }

    /** How the stock driver reaches it, with user and password; good until it is closed. A secret: never log it. */
    public String connectionString() {
        return connectionString;
    }

    /** Takes erased bytes off the disk now; the store does so by itself within a day. */
    public void rewriteErasable() {
        files.second().rewrite();
    }

    /** Why nothing can be written at present, in words for a person; empty as far as nothing has been refused. */
    public Optional<String> trouble() {
        return files.all().stream()
                .map(StoreFile::trouble)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** How many documents were read from the files to answer everything so far. */
    public long documentsVisited() {
        return visits.sum();
    }

    /** Ends all connections and leaves the directory to others. Closing twice does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock;
                files) {
            server.close();
            schedule.close();
            if (files.second().erasedSince().isPresent()) {
                files.second().rewrite();
            }
        } catch (NotWrittenException | DamagedStoreException unfinished) {
            log.error(
                    "Erased bytes may still be on the disk until the store has been open again for a while.",
                    unfinished);
        }
    }

    private static EmbeddedStore open(DirectoryLock lock, Path directory, EmbeddedStoreOptions options) {
        LongAdder visits = new LongAdder();
        StoreFiles files = StoreFiles.open(
                path -> options.fileLayer().at(directory.resolve(path)).exists(),
                path -> StoreFile.open(directory.resolve(path), options.fileLayer(), options.clock(), visits),
                () -> UUID.randomUUID().toString(),
                options.appendOnly(),
                options.erasable());
        try {
            return new EmbeddedStore(lock, files, visits, options);
        } catch (RuntimeException problem) {
            files.close();
            throw problem;
        }
    }
}
