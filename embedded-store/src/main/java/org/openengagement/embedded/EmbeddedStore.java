package org.openengagement.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.concurrent.atomic.LongAdder;
import org.openengagement.embedded.server.Commands;
import org.openengagement.embedded.server.Credentials;
import org.openengagement.embedded.server.WireServer;
import org.openengagement.embedded.storage.Folders;
import org.openengagement.embedded.storage.StoreFile;
import org.openengagement.embedded.storage.StoreFiles;

/**
 * A MongoDB-compatible store in a directory, for one machine. It listens on loopback and answers the stock driver, which
 * finds user and password in {@link #connectionString()}. What it has answered to a write is on disk.
 */
public final class EmbeddedStore implements AutoCloseable {

    private static final String MAIN = "documents.mv";
    private static final String ERASABLE = "erasable.mv";

    private final DirectoryLock lock;
    private final StoreFile main;
    private final StoreFile erasable;
    private final ErasureSchedule schedule;
    private final WireServer server;
    private final String connectionString;
    private final LongAdder visits;
    private boolean closed;

    private EmbeddedStore(DirectoryLock lock, Path directory, EmbeddedStoreOptions options) {
        this.lock = lock;
        this.visits = new LongAdder();
        this.main = StoreFile.open(options.fileLayer() + directory.resolve(MAIN), options.clock(), visits);
        this.erasable = StoreFile.open(options.fileLayer() + directory.resolve(ERASABLE), options.clock(), visits);
        Folders.makeDurable(directory);
        SecureRandom random = new SecureRandom();
        Credentials credentials = Credentials.random(random);
        StoreFiles files = new StoreFiles(main, erasable, options.appendOnly(), options.erasable());
        this.server = new WireServer(new Commands(files, options.clock()), credentials, random);
        this.schedule = new ErasureSchedule(erasable, options.clock(), options.rewriteWithin());
        this.connectionString = "mongodb://%s@127.0.0.1:%d/?authMechanism=SCRAM-SHA-256&retryWrites=false"
                .formatted(credentials.forConnectionString(), server.port());
    }

    /**
     * Opens a directory, made if it does not exist and then for its owner only.
     *
     * @throws StoreInUseException if another store holds it
     * @throws org.openengagement.embedded.storage.DamagedStoreException if its files are not those of a whole store
     * @throws UncheckedIOException if it cannot be made or used
     */
    public static EmbeddedStore open(Path directory, EmbeddedStoreOptions options) {
        makeForOwnerOnly(directory);
        DirectoryLock lock = DirectoryLock.take(directory, options.clock().instant());
        try {
            return new EmbeddedStore(lock, directory, options);
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
        erasable.rewrite();
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
                main;
                erasable) {
            server.close();
            schedule.close();
            if (erasable.erasedSince().isPresent()) {
                erasable.rewrite();
            }
        }
    }

    private static void makeForOwnerOnly(Path directory) {
        try {
            if (Files.isDirectory(directory)) {
                return;
            }
            Path parent = directory.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectory(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectory(directory);
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException("The data directory cannot be made: " + directory, unusable);
        }
    }
}
