package org.openengagement.query.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.Streams;
import org.openengagement.query.cases.CaseDirectory;
import org.openengagement.query.cases.CaseFolds;
import org.openengagement.query.cases.CaseView;
import org.openengagement.query.figures.ReferralColumns;
import org.openengagement.query.following.LocalReadModel;
import org.openengagement.query.search.IndexFolder.CommitData;

/**
 * The local index: a document for each case and one for each entry. Its commit carries the ledger position that it reflects,
 * so that the two are one write: what was not committed when the process ended is taken in again.
 *
 * <p>Events come from one thread at a time; questions from many.
 */
public final class SearchIndex implements LocalReadModel, CaseDirectory, AutoCloseable {

    /** After so many events, or so long, what is shown is also made durable. */
    private static final int COMMIT_AFTER_EVENTS = 5_000;

    private static final long COMMIT_AFTER_NANOS = Duration.ofSeconds(1).toNanos();

    /** So many changed cases are held back at most, so that a case that changes often is written once. */
    private static final int CHANGED_AT_MOST = 1_000;

    private final CaseFolds folds;
    private final ReferralColumns columns;
    private final LongSupplier nanoTime;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Map<String, CaseView> changed = new LinkedHashMap<>();
    private CommitData seen;
    private long committed;
    private long committedAt;

    /**
     * Opens the index in a folder, and makes it anew where what lies there is damaged, of another schema, or of another
     * ledger.
     *
     * @param columns what the figures read; the referrals' rows go there too
     * @param nanoTime a monotonic clock, in nanoseconds
     * @throws IndexInUseException if another process has the folder
     */
    public SearchIndex(
            Path folder, OpenedLedger ledger, CaseFolds folds, ReferralColumns columns, LongSupplier nanoTime) {
        this.folds = folds;
        this.columns = columns;
        this.nanoTime = nanoTime;
        this.directory = IndexFolder.open(folder, ledger);
        try {
            this.writer = new IndexWriter(directory, new IndexWriterConfig(new PublicTextAnalyzer()));
            this.searchers = new SearcherManager(writer, null);
            this.seen = lastCommit(writer);
            try (DirectoryReader reader = DirectoryReader.open(writer)) {
                StoredFacts.forEach(reader, columns::replace);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The index in %s could not be opened.".formatted(folder), failed);
        }
        this.committed = seen.position();
        this.committedAt = nanoTime.getAsLong();
    }

    private static CommitData lastCommit(IndexWriter writer) {
        Map<String, String> data = new LinkedHashMap<>();
        Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(each -> data.put(each.getKey(), each.getValue()));
        }
        return data.isEmpty() ? CommitData.NOTHING : CommitData.of(data);
    }

    @Override
    public synchronized long position() {
        return seen.position();
    }

    @Override
    public synchronized void on(RecordedEvent event) {
        if (event.position() <= seen.position()) {
            return;
        }
        CaseView view = Streams.isProposal(event.envelope().stream())
                ? folds.after(event).orElse(null)
                : null;
        try {
            writer.addDocument(EntryDocument.of(event, view));
            seen = CommitData.after(event);
            if (view != null) {
                changed.put(view.stream(), view);
            }
            if (changed.size() >= CHANGED_AT_MOST) {
                writeChanged();
            }
        } catch (IOException failed) {
            throw failed(failed);
        }
    }

    @Override
    public synchronized void show() {
        try {
            writeChanged();
            long now = nanoTime.getAsLong();
            if (seen.position() - committed >= COMMIT_AFTER_EVENTS || now - committedAt >= COMMIT_AFTER_NANOS) {
                commit(now);
            }
            searchers.maybeRefreshBlocking();
        } catch (IOException failed) {
            throw failed(failed);
        }
    }

    private void writeChanged() throws IOException {
        for (CaseView view : changed.values()) {
            writer.updateDocument(CaseDocument.key(view.stream()), CaseDocument.of(view));
            columns.replace(view.facts());
        }
        changed.clear();
    }

    private void commit(long now) throws IOException {
        if (seen.position() > committed) {
            writer.setLiveCommitData(seen.asMap().entrySet());
            writer.commit();
            committed = seen.position();
        }
        committedAt = now;
    }

    /** The streams of the register, as far as this index has seen. */
    public Set<String> registerStreams() {
        return search(searcher -> {
            Set<String> streams = new LinkedHashSet<>();
            var query = new org.apache.lucene.search.PrefixQuery(new Term(IndexFields.REGISTER, ""));
            int count = Math.max(1, searcher.count(query));
            for (ScoreDoc found : searcher.search(query, count).scoreDocs) {
                streams.add(searcher.storedFields()
                        .document(found.doc, Set.of(IndexFields.REGISTER))
                        .get(IndexFields.REGISTER));
            }
            return streams;
        });
    }

    @Override
    public Optional<String> streamOf(String reference) {
        return search(searcher -> {
            ScoreDoc[] found = searcher.search(new TermQuery(new Term(IndexFields.REFERENCE, reference)), 1).scoreDocs;
            return found.length == 0 ? Optional.empty() : Optional.ofNullable(streamOf(searcher, found[0]));
        });
    }

    static @Nullable String streamOf(IndexSearcher searcher, ScoreDoc found) throws IOException {
        return searcher.storedFields()
                .document(found.doc, Set.of(IndexFields.CASE_STREAM))
                .get(IndexFields.CASE_STREAM);
    }

    /** Asks the index as it was last shown. */
    <T> T search(Search<T> search) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return search.in(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException failed) {
            throw failed(failed);
        }
    }

    /** One question to the index. */
    interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    private static UncheckedIOException failed(IOException failed) {
        return new UncheckedIOException("The index cannot be used: " + failed.getMessage(), failed);
    }

    /** Makes durable what was taken in, and lets go of the folder, also where the former fails. */
    @Override
    public synchronized void close() {
        try (directory;
                writer;
                searchers) {
            if (writer.isOpen()) {
                writeChanged();
                commit(nanoTime.getAsLong());
            }
        } catch (IOException failed) {
            throw failed(failed);
        }
    }
}
