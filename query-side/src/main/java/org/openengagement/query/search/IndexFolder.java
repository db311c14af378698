package org.openengagement.query.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.RecordedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that the index lies in. What it holds is used only if it is whole, of this schema, and of this very ledger;
 * else it is made anew, since all of it can be made again from the ledger.
 */
final class IndexFolder {

    /** Counts up whenever a document's fields change. */
    static final String SCHEMA = "1";

    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);

    private IndexFolder() {}

    /**
     * Opens the folder.
     *
     * @return the folder, empty or with an index that can be gone on with
     * @throws IndexInUseException if another process has it
     */
    static Directory open(Path folder, OpenedLedger ledger) {
        try {
            Files.createDirectories(folder);
            Directory directory = FSDirectory.open(folder);
            try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
                lock.ensureValid();
                Optional<String> reason = whyNot(directory, ledger);
                if (reason.isPresent()) {
                    LOG.warn("The index in {} is made anew from the ledger: {}.", folder, reason.get());
                    empty(directory);
                }
            }
            return directory;
        } catch (LockObtainFailedException held) {
            throw new IndexInUseException(folder, held);
        } catch (IOException failed) {
            throw new UncheckedIOException("The index folder %s cannot be used: %s".formatted(folder, failed), failed);
        }
    }

    /** Why what lies there cannot be used; empty where it can, or where nothing lies there. */
    private static Optional<String> whyNot(Directory directory, OpenedLedger ledger) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            boolean rest = java.util.Arrays.stream(directory.listAll()).anyMatch(IndexFolder::isIndexFile);
            return rest ? Optional.of("it is not whole") : Optional.empty();
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            Map<String, String> data = reader.getIndexCommit().getUserData();
            if (!SCHEMA.equals(data.get(CommitData.SCHEMA))) {
                return Optional.of("its schema is %s, not %s".formatted(data.get(CommitData.SCHEMA), SCHEMA));
            }
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            StoredFacts.forEach(reader, facts -> {});
            return CommitData.of(data).isOf(ledger)
                    ? Optional.empty()
                    : Optional.of("it does not belong to this ledger, or is ahead of it");
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.of("it is damaged (%s)".formatted(damaged.getMessage()));
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
