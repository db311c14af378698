package org.openengagement.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One store a directory: a lock that the system takes back when its process ends, however it ends. Who holds it stands
 * in a file beside the lock, since a locked file cannot be read everywhere.
 */
final class DirectoryLock implements AutoCloseable {

    private static final String LOCK = "lock";
    private static final String HOLDER = "holder.txt";

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock, and says by whom it is held.
     *
     * @throws StoreInUseException if another holds it
     * @throws UncheckedIOException if nothing can be written there
     */
    static DirectoryLock take(Path directory, Instant now) {
        try {
            FileChannel channel =
                    FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean taken = false;
            try {
                if (tryLock(channel) == null) {
                    throw new StoreInUseException(directory, whoHolds(directory.resolve(HOLDER)));
                }
                Files.writeString(directory.resolve(HOLDER), thisProcess(now));
                taken = true;
                return new DirectoryLock(channel);
            } finally {
                if (!taken) {
                    channel.close();
                }
            }
        } catch (IOException unusable) {
            throw DataDirectory.unusable(directory, unusable);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String whoHolds(Path holder) throws IOException {
        String text = Files.exists(holder) ? Files.readString(holder).strip() : "";
        return text.isEmpty() ? "a process that is just starting" : text;
    }

    private static String thisProcess(Instant now) {
        return "process %d on %s since %s"
                .formatted(ProcessHandle.current().pid(), host(), now.truncatedTo(ChronoUnit.SECONDS));
    }

    /** A process id alone says nothing where the directory is shared between machines. */
    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "a machine without a name";
        }
    }
}
