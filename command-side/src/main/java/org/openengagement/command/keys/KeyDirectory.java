package org.openengagement.command.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A directory of keys, one line of text in a file each, which only its owner may read. What is there is never written again;
 * whoever asks for a key says whether it is made where it is missing.
 */
public final class KeyDirectory {

    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final int LONGEST = 4_096;

    private final Path directory;

    private KeyDirectory(Path directory) {
        this.directory = directory;
    }

    /**
     * Opens a directory, and creates it where there is none.
     *
     * @throws KeysUnusableException if it cannot be created or entered, or others may enter it
     */
    public static KeyDirectory open(Path directory) {
        try {
            if (Files.notExists(directory)) {
                Files.createDirectories(directory, readableByOwner(directory.toAbsolutePath(), DIRECTORY));
            }
            if (!Files.isDirectory(directory)) {
                throw new KeysUnusableException("The key directory %s is not a directory.".formatted(directory));
            }
            refuseOthers(directory, "chmod 700 " + directory);
            return new KeyDirectory(directory);
        } catch (IOException failure) {
            throw new KeysUnusableException(
                    "The key directory %s cannot be used: %s".formatted(directory, why(failure)), failure);
        }
    }

    /**
     * Opens a directory that a ledger has used before. Nothing is created.
     *
     * @throws KeysUnusableException if there is none, it cannot be entered, or others may enter it
     */
    public static KeyDirectory existing(Path directory) {
        if (Files.notExists(directory)) {
            throw new KeysUnusableException(
                    "There is no key directory %s, and this ledger has begun: new keys would not be its own. Put the directory back from where you keep a copy of your keys, or name the right one with --key-dir (OEL_KEY_DIR)."
                            .formatted(directory));
        }
        return open(directory);
    }

    /** Where it is. */
    public Path path() {
        return directory;
    }

    /**
     * A key, made where there is none yet.
     *
     * @param name the file's name
     * @param fresh makes one line of text
     * @throws KeysUnusableException if it cannot be read or made, is empty or too long, or others may read it
     */
    public String obtain(String name, Supplier<String> fresh) {
        Path file = directory.resolve(name);
        try {
            if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
                create(file, fresh.get());
            }
            return read(file);
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    /**
     * A key that is there already.
     *
     * @param name the file's name
     * @param purpose what it is for, as in "It makes ..."
     * @throws KeysUnusableException if it is missing, cannot be read, is empty or too long, or others may read it
     */
    String kept(String name, String purpose) {
        Path file = directory.resolve(name);
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new KeysUnusableException(
                    "The key %s is missing, and this ledger has begun: a new one would not do. It %s. Put it back from where you keep a copy of your keys, or name the directory that holds it with --key-dir (OEL_KEY_DIR)."
                            .formatted(file, purpose));
        }
        try {
            return read(file);
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    private static KeysUnusableException unreadable(Path file, IOException failure) {
        return new KeysUnusableException("The key %s cannot be read: %s".formatted(file, why(failure)), failure);
    }

    private static String read(Path file) throws IOException {
        refuseOthers(file, "chmod 600 " + file);
        if (Files.size(file) > LONGEST) {
            throw new KeysUnusableException("The key %s is too long to be a key.".formatted(file));
        }
        String line = Files.readString(file, StandardCharsets.US_ASCII).strip();
        if (line.isEmpty()) {
            throw new KeysUnusableException(
                    "The key %s is empty. Put its content back from where you keep a copy of your keys."
                            .formatted(file));
        }
        return line;
    }

    /** Written elsewhere and linked into place, so that a key is there whole or not at all, and the first of two wins. */
    private void create(Path file, String line) throws IOException {
        Path draft = directory.resolve(".%s.%s".formatted(file.getFileName(), UUID.randomUUID()));
        try {
            try (FileChannel channel = FileChannel.open(
                    draft,
                    EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    readableByOwner(directory, FILE))) {
                ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.createLink(file, draft);
            makeNamesDurable(directory);
        } catch (FileAlreadyExistsException another) {
            // Another node of this ledger was first; its key is ours as well.
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Else the power could take a key away, without which the ledger that was begun with it opens no more. */
    private static void makeNamesDurable(Path directory) throws IOException {
        Path above = directory.toAbsolutePath().getParent();
        for (Path folder : above == null ? List.of(directory) : List.of(directory, above)) {
            // Windows opens no folder as a file.
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix") && Files.isReadable(folder)) {
                try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                    names.force(true);
                }
            }
        }
    }

    private static String why(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "the user %s may not. Make it that user's own.".formatted(System.getProperty("user.name"));
        }
        return failure instanceof FileSystemException named && named.getReason() != null
                ? "%s: %s.".formatted(named.getFile(), named.getReason())
                : failure + ".";
    }

    private static void refuseOthers(Path path, String remedy) throws IOException {
        if (!hasPosixPermissions(path)) {
            return;
        }
        Set<PosixFilePermission> theirs = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        theirs.removeAll(DIRECTORY);
        if (!theirs.isEmpty()) {
            throw new KeysUnusableException("Others than its owner may use %s, which holds keys (%s). Do: %s"
                    .formatted(path, PosixFilePermissions.toString(Files.getPosixFilePermissions(path)), remedy));
        }
    }

    private static FileAttribute<?>[] readableByOwner(Path path, Set<PosixFilePermission> permissions) {
        return hasPosixPermissions(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean hasPosixPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
