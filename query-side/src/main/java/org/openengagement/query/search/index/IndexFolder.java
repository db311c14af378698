package org.openengagement.query.search.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.RecordedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that the index lies in. What it holds is used only if it is whole, of this schema, and of this very ledger;
 * else it is made anew, since all of it can be made again from the ledger.
 */
final class IndexFolder {

    /**
     * Counts up whenever a field of a document changes. What read models keep is not counted here: each has a field named
     * after its version.
     */
    static final String SCHEMA = "3";

    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);

    private final Path folder;
    private final OpenedLedger ledger;
    private final Disk disk;

    /**
     * @param ledger what the index must be of
     * @param disk how the folder is reached
     */
    IndexFolder(Path folder, OpenedLedger ledger, Disk disk) {
        this.folder = folder;
        this.ledger = ledger;
        this.disk = disk;
    }

    /** How a folder is reached. */
    @FunctionalInterface
    interface Disk {
        Directory open(Path folder) throws IOException;
    }

    /**
     * A folder that is open, empty or with an index that can be gone on with.
     *
     * @param madeAnew why what lay there could not be used; {@code null} where it could, or where nothing lay there
     */
    record Opened(Directory directory, @Nullable String madeAnew) {}

    /**
     * Opens the folder.
     *
     * @throws IndexInUseException if another process has it
     * @throws IndexFolderUnusableException if the disk fails
     */
    Opened open() {
        try {
            Files.createDirectories(folder);
            emptyTheLock();
            Directory directory = disk.open(folder);
            try {
                return new Opened(directory, usable(directory));
            } catch (IOException | RuntimeException failed) {
                IOUtils.closeWhileHandlingException(directory);
                throw failed;
            }
        } catch (LockObtainFailedException held) {
            throw new IndexInUseException(folder, held);
        } catch (IOException failed) {
            throw new IndexFolderUnusableException(folder, failed);
        }
    }

    /** A lock is held by the process, not by the file; Lucene refuses one in whose file something stands. */
    private void emptyTheLock() throws IOException {
        Path lock = folder.resolve(IndexWriter.WRITE_LOCK_NAME);
        if (Files.exists(lock) && Files.size(lock) > 0) {
            Files.write(lock, new byte[0]);
        }
    }

    private @Nullable String usable(Directory directory) throws IOException {
        try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            lock.ensureValid();
            String reason = whyNot(directory);
            if (reason != null) {
                LOG.warn("The index in {} is made anew from the ledger: {}.", folder, reason);
                empty(directory);
            }
            return reason;
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    /** Why what lies there cannot be used; {@code null} where it can, or where nothing lies there. */
    private @Nullable String whyNot(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            boolean rest = Arrays.stream(directory.listAll()).anyMatch(IndexFolder::isIndexFile);
            return rest ? "it is not whole" : null;
        }
        Map<String, String> data;
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            data = reader.getIndexCommit().getUserData();
            if (data.isEmpty() && reader.maxDoc() == 0) {
                // A node that stopped before it took anything in leaves this.
                return null;
            }
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
        } catch (IOException | RuntimeException damaged) {
            // Lucene, reading what is no index, throws whatever comes.
            return "it is damaged (%s)".formatted(damaged.getMessage());
        }
        return whyNot(data);
    }

    private @Nullable String whyNot(Map<String, String> data) {
        if (!SCHEMA.equals(data.get(CommitData.SCHEMA))) {
            return "its schema is %s, not %s".formatted(data.get(CommitData.SCHEMA), SCHEMA);
        }
        try {
            return CommitData.of(data).isOf(ledger) ? null : "it does not belong to this ledger, or is ahead of it";
        } catch (IllegalArgumentException unknown) {
            return unknown.getMessage();
        }
    }

    /** Removes the index's own files, and nothing else that may lie there. */
    private static void empty(Directory directory) throws IOException {
        for (String file : directory.listAll()) {
            if (isIndexFile(file)) {
                directory.deleteFile(file);
            }
        }
    }

    private static boolean isIndexFile(String file) {
        return IndexFileNames.CODEC_FILE_PATTERN.matcher(file).matches()
                || file.startsWith(IndexFileNames.SEGMENTS)
                || file.startsWith(IndexFileNames.PENDING_SEGMENTS);
    }

    /**
     * What a commit says of itself.
     *
     * @param position the last position of the ledger that it reflects; -1 for none
     * @param leafHash the leaf hash of the entry there, so that the index of another ledger is told apart
     */
    record CommitData(long position, String leafHash) {

        static final String SCHEMA = "schema";
        private static final String POSITION = "position";
        private static final String LEAF_HASH = "leafHash";

        /** An index that has seen nothing. */
        static final CommitData NOTHING = new CommitData(-1, "");

        static CommitData after(RecordedEvent event) {
            return new CommitData(event.position(), event.leafHash().toString());
        }

        static CommitData of(Map<String, String> data) {
            String position = data.get(POSITION);
            String hash = data.get(LEAF_HASH);
            if (position == null || hash == null) {
                throw new IllegalArgumentException("its commit does not say its position");
            }
            return new CommitData(Long.parseLong(position), hash);
        }

        Map<String, String> asMap() {
            return Map.of(SCHEMA, IndexFolder.SCHEMA, POSITION, Long.toString(position), LEAF_HASH, leafHash);
        }

        boolean isOf(OpenedLedger ledger) {
            return position < 0
                    || (position < ledger.size()
                            && ledger.read(position, 1)
                                    .getFirst()
                                    .leafHash()
                                    .toString()
                                    .equals(leafHash));
        }
    }
}
