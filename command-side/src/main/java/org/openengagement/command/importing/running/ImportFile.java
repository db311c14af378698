package org.openengagement.command.importing.running;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.importing.formats.Formats;

/**
 * A file that is to be imported.
 *
 * @param format one of {@link Formats#NAMES}
 * @param sha256 lower-case hex of the SHA-256 of its bytes: the same bytes continue the same run
 * @param content its bytes
 * @param beside the bytes of the file that its format takes together with it; {@code null} where there is none
 */
public record ImportFile(
        String format,
        String sha256,
        Content content,
        @Nullable Content beside) {

    /** Bytes that can be read from their beginning, any number of times. */
    @FunctionalInterface
    public interface Content {

        /** Begins to read; the caller closes it. */
        InputStream open() throws IOException;
    }

    /** A file on this machine, with the one that lies beside it. Reads it once, for its hash. */
    public static ImportFile at(Path file, String format) throws IOException {
        Optional<Path> beside = Formats.beside(format, file);
        return new ImportFile(
                format,
                sha256(() -> Files.newInputStream(file)),
                () -> Files.newInputStream(file),
                beside.<Content>map(path -> () -> Files.newInputStream(path)).orElse(null));
    }

    /** The hash of some bytes, read once. */
    public static String sha256(Content content) throws IOException {
        MessageDigest digest = newDigest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = content.open()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This JDK knows no SHA-256", missing);
        }
    }
}
