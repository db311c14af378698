package org.openengagement.embedded.storage.files;

import java.nio.file.Path;
import java.time.Duration;
import org.h2.store.fs.FilePath;

/** What the store's files lie on: the system's own files, or for a test a disk that can fail. */
public interface FileLayer {

    /** A file, as MVStore opens it. */
    FilePath at(Path file);

    /**
     * Returns when the names in a folder are on disk.
     *
     * @throws java.io.UncheckedIOException if they cannot be put there
     */
    void makeDurable(Path folder);

    /**
     * How long what a file no longer needs is left alone before something else is written in its place. Nothing is lost
     * without it; it is there for a disk that says too early that it has synced.
     */
    default Duration leavesOldSpaceAlone() {
        return Duration.ofSeconds(45);
    }

    /** The system's files. */
    static FileLayer ofTheSystem() {
        return new FileLayer() {
            @Override
            public FilePath at(Path file) {
                return FilePath.get(file.toString());
            }

            @Override
            public void makeDurable(Path folder) {
                Folders.makeDurable(folder);
            }
        };
    }
}
