package org.openengagement.standalone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openengagement.standalone.RefusedException;

/**
 * What comes through a pipe, kept in a file of its own while it is imported: an import reads a file more than once. The file is
 * its owner's alone and is deleted afterwards, also where the program is interrupted.
 */
final class PipedFile implements AutoCloseable {

    /** How much is taken from a pipe, in bytes: what is longer is better kept by whoever has it. */
    static final long MOST = 8L << 30;

    private final Path path;

    private PipedFile(Path path) {
        this.path = path;
    }

    /**
     * Takes in all that comes.
     *
     * @throws RefusedException if it is longer than so many bytes
     * @throws IOException if it cannot be read, or kept
     */
    static PipedFile of(InputStream content, long atMost) throws IOException {
        PipedFile piped = new PipedFile(Files.createTempFile("oel-piped-", ".jsonl"));
        piped.path.toFile().deleteOnExit();
        boolean whole = false;
        try (OutputStream out = Files.newOutputStream(piped.path)) {
            byte[] buffer = new byte[1 << 16];
            long taken = 0;
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                taken += count;
                if (taken > atMost) {
                    throw new RefusedException(
                            "At most %,d bytes are taken from a pipe. Keep it in a file, and name that."
                                    .formatted(atMost));
                }
                out.write(buffer, 0, count);
            }
            whole = true;
        } finally {
            if (!whole) {
                piped.close();
            }
        }
        return piped;
    }

    /** Where it is kept, to be read any number of times until this is closed. */
    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
