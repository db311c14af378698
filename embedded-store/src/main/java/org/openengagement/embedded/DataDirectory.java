package org.openengagement.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.openengagement.embedded.storage.DiskTrouble;
import org.openengagement.embedded.storage.Folders;

/** The folder in which a store lies: made if it is not there, for its owner only, and durable before anything is in it. */
final class DataDirectory {

    private DataDirectory() {}

    /** @throws UncheckedIOException if it cannot be made, with the reason in words */
    static void make(Path directory) {
        try {
            make(directory.toAbsolutePath(), true);
        } catch (IOException unusable) {
            throw unusable(directory, unusable);
        }
    }

    static UncheckedIOException unusable(Path directory, IOException cause) {
        return new UncheckedIOException(
                "The data directory %s cannot be used: %s.".formatted(directory, DiskTrouble.of(cause)), cause);
    }

    private static void make(Path directory, boolean forOwnerOnly) throws IOException {
        Path parent = directory.getParent();
        if (Files.isDirectory(directory) || parent == null) {
            return;
        }
        make(parent, false);
        if (forOwnerOnly
                && directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectory(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(directory);
        }
        Folders.makeDurable(parent);
    }
}
