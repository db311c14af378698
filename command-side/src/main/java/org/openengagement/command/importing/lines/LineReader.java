package org.openengagement.command.importing.lines;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file line by line, whatever it holds: a line is never longer than {@value #LONGEST} bytes in memory, blank lines
 * are passed over, and a file in gzip is read as what it holds. A line ends with a line feed, a carriage return before it
 * is not part of the line.
 *
 * <p>For one thread.
 */
public final class LineReader implements AutoCloseable {

    /** How long a line may be, in bytes: the longest text that the ledger takes fits in, however it is escaped. */
    public static final int LONGEST = 4 * 1024 * 1024;

    private static final int BUFFER = 1 << 16;

    private final InputStream source;
    private final InputStream text;
    private final boolean broken;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    private long number;
    private boolean ended;

    private LineReader(InputStream source, InputStream text, boolean broken) {
        this.source = source;
        this.text = text;
        this.broken = broken;
    }

    /**
     * Begins to read. The name of the file does not matter: gzip is known by its first bytes.
     *
     * @throws IOException if the source itself cannot be read
     */
    public static LineReader of(InputStream file) throws IOException {
        InputStream source = new BufferedInputStream(file, BUFFER);
        source.mark(2);
        boolean packed = source.read() == 0x1F && source.read() == 0x8B;
        source.reset();
        if (!packed) {
            return new LineReader(source, source, false);
        }
        try {
            return new LineReader(source, new BufferedInputStream(new GZIPInputStream(source, BUFFER), BUFFER), false);
        } catch (EOFException | ZipException damaged) {
            return new LineReader(source, InputStream.nullInputStream(), true);
        }
    }

    /**
     * The next line; {@code null} at the end.
     *
     * @throws LineRefusedException if the line cannot be read; the one after it can be asked for
     * @throws IOException if the source itself cannot be read any further
     */
    public @Nullable RawLine next() throws IOException {
        while (!ended) {
            RawLine read = read();
            if (read != null && !read.isBlank()) {
                return read;
            }
        }
        return null;
    }

    private @Nullable RawLine read() throws IOException {
        number++;
        line.reset();
        try {
            if (broken) {
                throw new ZipException();
            }
            int next = text.read();
            boolean any = next >= 0;
            while (next >= 0 && next != '\n') {
                if (line.size() < LONGEST) {
                    line.write(next);
                } else {
                    return skipRest();
                }
                next = text.read();
            }
            ended = next < 0;
            return any ? new RawLine(number, withoutReturn()) : null;
        } catch (EOFException | ZipException damaged) {
            ended = true;
            throw new LineRefusedException(
                    number, "the compressed file is cut off or damaged here; nothing after this line can be read.");
        }
    }

    private RawLine skipRest() throws IOException {
        int next = '\r';
        while (next >= 0 && next != '\n') {
            next = text.read();
        }
        ended = next < 0;
        throw new LineRefusedException(number, "it is longer than %,d bytes.".formatted(LONGEST));
    }

    private byte[] withoutReturn() {
        byte[] bytes = line.toByteArray();
        int length = bytes.length;
        return length > 0 && bytes[length - 1] == '\r' ? Arrays.copyOf(bytes, length - 1) : bytes;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
