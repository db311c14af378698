package org.openengagement.command.importing.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.openengagement.command.importing.running.ImportFile;
import org.springframework.http.HttpStatus;

/**
 * What a client sent, kept on disk while it is imported. The file is its owner's alone and loses its name at once, so that
 * nothing of it stays, however the process ends.
 */
final class Spool implements AutoCloseable {

    private final FileChannel bytes;

    private Spool(FileChannel bytes) {
        this.bytes = bytes;
    }

    /**
     * Takes in a whole body.
     *
     * @param atMost how many bytes are taken
     * @throws ImportRefusedException if it is longer, or cut off
     * @throws IOException if it cannot be kept
     */
    static Spool of(InputStream body, long atMost) throws IOException {
        Path file = Files.createTempFile("oel-import-", ".part");
        FileChannel opened;
        try {
            opened = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } finally {
            Files.delete(file);
        }
        Spool spool = new Spool(opened);
        boolean whole = false;
        try {
            spool.takeIn(body, atMost);
            whole = true;
        } finally {
            if (!whole) {
                spool.close();
            }
        }
        return spool;
    }

    /** How much there is, in bytes. */
    long size() throws IOException {
        return bytes.size();
    }

    /** A part of it, to be read any number of times until this is closed. */
    ImportFile.Content part(long from, long to) {
        return () -> new Part(from, to);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private void takeIn(InputStream body, long atMost) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long taken = 0;
        for (int count = read(body, buffer); count >= 0; count = read(body, buffer)) {
            taken += count;
            refuseOver(atMost, taken);
            ByteBuffer chunk = ByteBuffer.wrap(buffer, 0, count);
            while (chunk.hasRemaining()) {
                bytes.write(chunk);
            }
        }
    }

    /** @throws ImportRefusedException if so many bytes are more than are taken */
    static void refuseOver(long atMost, long size) {
        if (size > atMost) {
            throw new ImportRefusedException(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "At most %,d bytes are taken at once. Compress the file with gzip, or give it in parts."
                            .formatted(atMost));
        }
    }

    private static int read(InputStream body, byte[] buffer) {
        try {
            return body.read(buffer);
        } catch (IOException cut) {
            throw new ImportRefusedException(
                    HttpStatus.BAD_REQUEST, "The file was cut off on its way here. Nothing of it was imported.");
        }
    }

    private final class Part extends InputStream {

        private long at;
        private final long end;

        Part(long from, long to) {
            at = from;
            end = to;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (at >= end) {
                return -1;
            }
            int count = bytes.read(ByteBuffer.wrap(into, offset, (int) Math.min(length, end - at)), at);
            at += Math.max(count, 0);
            return count;
        }
    }
}
