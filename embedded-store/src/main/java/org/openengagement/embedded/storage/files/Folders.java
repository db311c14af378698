package org.openengagement.embedded.storage.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A new name in a folder survives a loss of power only after the folder itself was made durable. */
public final class Folders {

    private Folders() {}

    /** Makes the names in a folder durable, where the system lets a folder be opened (Windows does not). */
    public static void makeDurable(Path folder) {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix") && Files.isReadable(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
