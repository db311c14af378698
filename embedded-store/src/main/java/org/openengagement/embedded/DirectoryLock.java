package org.openengagement.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
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

    /** @throws StoreInUseException if another holds it */
    static DirectoryLock take(Path directory, Instant now) {
        Path holder = directory.resolve(HOLDER);
        try {
            FileChannel channel =
                    FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new StoreInUseException(directory, whoHolds(holder));
            }
            Files.writeString(
                    holder,
                    "process %d since %s".formatted(ProcessHandle.current().pid(), now));
            return new DirectoryLock(channel);
        } catch (IOException unusable) {
            throw new UncheckedIOException("The data directory cannot be used: " + directory, unusable);
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
}
