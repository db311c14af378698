package org.openengagement.query.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.openengagement.query.search.index.IndexFolder.CommitData;

/**
 * The index as it was opened once. When a write fails, Lucene's writer is gone for good: the folder is then opened again, while
 * this one can still be asked.
 */
final class OpenIndex implements Closeable {

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private CommitData seen;
    private long committed;
    private boolean changed;
    private volatile boolean broken;

    /** Opens the index in a folder; the folder is closed with it, also where this fails. */
    OpenIndex(Directory directory) throws IOException {
        this.directory = directory;
        IndexWriter opened = null;
        try {
            opened = new IndexWriter(directory, new IndexWriterConfig(new PublicTextAnalyzer()));
            this.writer = opened;
            this.searchers = new SearcherManager(opened, null);
            this.seen = lastCommit(opened);
        } catch (IOException | RuntimeException failed) {
            IOUtils.closeWhileHandlingException(opened, directory);
            throw failed;
        }
        this.committed = seen.position();
    }

    private static CommitData lastCommit(IndexWriter writer) {
        Map<String, String> data = new LinkedHashMap<>();
        Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(each -> data.put(each.getKey(), each.getValue()));
        }
        return data.isEmpty() ? CommitData.NOTHING : CommitData.of(data);
    }

    /** The last position that was taken in. */
    long position() {
        return seen.position();
    }

    /** How many positions were taken in since the last commit. */
    long uncommitted() {
        return seen.position() - committed;
    }

    void add(Document entry, CommitData upTo) throws IOException {
        changed = true;
        writer.addDocument(entry);
        seen = upTo;
    }

    void replace(Term key, Document document) throws IOException {
        changed = true;
        writer.updateDocument(key, document);
    }

    void commit() throws IOException {
        if (changed) {
            writer.setLiveCommitData(seen.asMap().entrySet());
            writer.commit();
            committed = seen.position();
            changed = false;
        }
    }

    /** Lets searches see what was taken in. */
    void show() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    <T> T search(SearchIndex.Search<T> search) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return search.in(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** Everything that was taken in, shown or not. */
    DirectoryReader reader() throws IOException {
        return DirectoryReader.open(writer);
    }

    /** From now on nothing is written here any more. */
    void giveUp() {
        broken = true;
    }

    boolean isBroken() {
        return broken || !writer.isOpen();
    }

    /** Gives the folder free for another opening. What is shown can still be asked. */
    void release() {
        broken = true;
        // It failed already: what fails now tells nothing new.
        IOUtils.closeWhileHandlingException(writer::rollback, directory);
    }

    /** Makes durable what was taken in, and lets go of everything, also where the former fails. */
    @Override
    public void close() throws IOException {
        try (directory;
                writer;
                searchers) {
            if (!isBroken()) {
                commit();
            }
        }
    }
}
