package org.openengagement.embedded;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.openengagement.embedded.storage.files.DiskTrouble;
import org.openengagement.embedded.storage.files.FileLayer;

/** The folder in which a store lies: made if it is not there, for its owner only, and durable before anything is in it. */
final class DataDirectory {

    private DataDirectory() {}

    /** @throws UncheckedIOException if it cannot be made, with the reason in words */
    static void make(Path directory, FileLayer layer) {
        try {
            Path whole = directory.toAbsolutePath();
            make(whole, layer, true);
            makeNameDurable(whole, layer);
        } catch (IOException unusable) {
            throw unusable(directory, unusable);
        } catch (UncheckedIOException unusable) {
            throw unusable(directory, requireNonNull(unusable.getCause()));
        }
    }

    static UncheckedIOException unusable(Path directory, IOException cause) {
        return new UncheckedIOException(
                "The data directory %s cannot be used: %s.".formatted(directory, DiskTrouble.of(cause)), cause);
    }

    /** Also where it was there before: whoever made it may have died before its name was on disk. */
    private static void makeNameDurable(Path directory, FileLayer layer) {
        Path parent = directory.getParent();
        if (parent != null) {
            layer.makeDurable(parent);
        }
    }

    private static void make(Path directory, FileLayer layer, boolean forOwnerOnly) throws IOException {
        Path parent = directory.getParent();
        if (Files.isDirectory(directory) || parent == null) {
            return;
        }
        make(parent, layer, false);
        if (forOwnerOnly
                && directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectory(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(directory);
        }
        makeNameDurable(directory, layer);
    }
}
