package org.openengagement.query.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.Streams;
import org.openengagement.query.api.RequestException;
import org.openengagement.query.cases.CaseFolds;
import org.openengagement.query.cases.CaseView;
import org.openengagement.query.following.LocalReadModel;
import org.openengagement.query.readmodels.PersistentReadModel;
import org.openengagement.query.search.index.IndexFolder.CommitData;

/**
 * The local index: a document for each case and one for each entry. Its commit carries the ledger position that it reflects,
 * so that the two are one write: what was not committed when the process ended is taken in again. The document of a case also
 * holds what each {@link PersistentReadModel} keeps of the case.
 *
 * <p>Events come from one thread at a time; searches from many.
 */
public final class SearchIndex implements LocalReadModel, AutoCloseable {

    /** After so many events, or so long, what is shown is also made durable. */
    private static final int COMMIT_AFTER_EVENTS = 5_000;

    private static final long COMMIT_AFTER_NANOS = Duration.ofSeconds(1).toNanos();

    /** So many changed cases are held back at most, so that a case that changes often is written once. */
    private static final int CHANGED_AT_MOST = 1_000;

    private final IndexOpenings openings;
    private final IndexTrouble trouble;
    private final CaseFolds folds;
    private final OpenedLedger ledger;
    private final List<PersistentReadModel<?>> models;
    private final KeptReadModels kept;
    private final LongSupplier nanoTime;
    private final Map<String, CaseView> changed = new LinkedHashMap<>();
    private OpenIndex written;
    private final ShownIndex shown;
    private long committedAt;
    private boolean closed;

    /**
     * Opens the index in a folder, and makes it anew where what lies there is damaged, of another schema, or of another
     * ledger.
     *
     * @param models what it keeps beside its own fields; the rows of those that lack nothing are complete on return
     * @param nanoTime a monotonic clock, in nanoseconds
     * @throws IndexInUseException if another process has the folder
     * @throws IllegalArgumentException if two read models have the same name
     */
    public SearchIndex(
            Path folder,
            OpenedLedger ledger,
            CaseFolds folds,
            List<PersistentReadModel<?>> models,
            LongSupplier nanoTime) {
        this(new IndexFolder(folder, ledger, FSDirectory::open), ledger, folds, models, nanoTime);
    }

    SearchIndex(
            IndexFolder folder,
            OpenedLedger ledger,
            CaseFolds folds,
            List<PersistentReadModel<?>> models,
            LongSupplier nanoTime) {
        this.openings = new IndexOpenings(folder);
        this.trouble = new IndexTrouble(folder);
        this.ledger = ledger;
        this.folds = folds;
        this.models = List.copyOf(models);
        this.kept = new KeptReadModels(models);
        this.nanoTime = nanoTime;
        this.written = opened(openings::open);
        this.shown = new ShownIndex(folder, written);
        this.committedAt = nanoTime.getAsLong();
        load(written);
        kept.reached(written.position());
    }

    /** The read models that it keeps. */
    List<PersistentReadModel<?>> models() {
        return models;
    }

    private static OpenIndex opened(Opening opening) {
        try {
            return opening.index();
        } catch (IOException failed) {
            throw failed(failed);
        }
    }

    @FunctionalInterface
    private interface Opening {
        OpenIndex index() throws IOException;
    }

    /** Loads what the read models keep in it. Where that fails, it is opened again before anything is written. */
    private void load(OpenIndex index) {
        try (DirectoryReader reader = index.reader()) {
            kept.opened(reader);
        } catch (IOException failed) {
            index.giveUp();
            throw failed(failed);
        }
    }

    /** How often it was made anew since the start. */
    public long timesMadeAnew() {
        return openings.timesMadeAnew();
    }

    /** Why it was last made anew; {@code null} if it was not. */
    public @Nullable String whyMadeAnew() {
        return openings.whyMadeAnew();
    }

    /** How often it was opened again, since it could not be written. */
    public long timesOpenedAgain() {
        return openings.timesOpenedAgain();
    }

    /** Whether the last attempt to write or read it went well. */
    public boolean isSound() {
        return shown.isSound();
    }

    /** The last position that it has taken in. Once it was opened again, it may be earlier than what is shown. */
    @Override
    public synchronized long position() {
        return writable().position();
    }

    /** What can be written to: opened again where the last attempt failed. Answers go on from what is shown meanwhile. */
    private OpenIndex writable() {
        if (written.isBroken()) {
            changed.clear();
            folds.forgetTakenIn();
            written.release();
            shown.closeUnlessShown(written);
            written = opened(openings::openAgain);
            load(written);
        }
        return written;
    }

    @Override
    public synchronized void on(RecordedEvent event) {
        OpenIndex index = writable();
        if (event.position() <= index.position()) {
            return;
        }
        if (event.position() > index.position() + 1) {
            // It was opened again meanwhile, at its last commit: whoever feeds it begins there.
            throw new IllegalStateException("The index has taken in position %d; event %d would leave a gap behind it."
                    .formatted(index.position(), event.position()));
        }
        CaseView view = Streams.isProposal(event.envelope().stream())
                ? folds.after(event).orElse(null)
                : null;
        write(() -> {
            index.add(EntryDocument.of(event, view), CommitData.after(event));
            if (view != null) {
                changed.put(view.stream(), view);
            }
            if (changed.size() >= CHANGED_AT_MOST) {
                writeChanged(index);
            }
        });
    }

    @Override
    public synchronized void show() {
        OpenIndex index = writable();
        write(() -> {
            writeChanged(index);
            commitIfDue(index);
            index.show();
        });
        folds.show();
        if (shown.isReachedBy(index)) {
            shown.goOnTo(index);
            kept.reached(index.position());
            trouble.ends(shown.position());
        }
    }

    /**
     * Writes again some of the cases that lack what a read model keeps, folded from the ledger up to where the index stands. Of
     * what was written here before the process ends, what was committed stays.
     *
     * @param atMost how many cases; events wait meanwhile
     * @return whether there are more
     * @throws UncheckedIOException if the index cannot be written; it is opened again with the next call
     */
    synchronized boolean backfill(int atMost) {
        if (closed) {
            return false;
        }
        OpenIndex index = writable();
        for (long opened : kept.nextLacking(atMost)) {
            CaseView view = caseOpenedAt(opened, index.position());
            write(() -> writeCase(index, view));
            kept.wrote();
        }
        boolean more = kept.lacksAny();
        write(() -> {
            if (more) {
                commitIfDue(index);
            } else {
                writeChanged(index);
                index.commit();
            }
        });
        if (!more && shown.isReachedBy(index)) {
            kept.reached(index.position());
        }
        return more;
    }

    private CaseView caseOpenedAt(long opened, long upTo) {
        String stream = ledger.read(opened, 1).getFirst().envelope().stream();
        return CaseView.fold(ledger.readStream(stream), upTo)
                .orElseThrow(() -> new IllegalStateException(
                        "The index holds case %s, which the ledger does not hold up to position %d."
                                .formatted(stream, upTo)));
    }

    private void writeChanged(OpenIndex index) throws IOException {
        for (CaseView view : changed.values()) {
            writeCase(index, view);
        }
        changed.clear();
        kept.heldUpTo(index.position());
    }

    private void writeCase(OpenIndex index, CaseView view) throws IOException {
        KeptReadModels.CaseBytes bytes = kept.of(view);
        Document document = bytes.addTo(CaseDocument.of(view));
        index.replace(CaseDocument.key(view.stream()), document);
        bytes.take();
    }

    private void commitIfDue(OpenIndex index) throws IOException {
        long now = nanoTime.getAsLong();
        // Trouble is over when the disk has taken it all, and not when it had room for a little.
        if (trouble.lasts() || index.uncommitted() >= COMMIT_AFTER_EVENTS || now - committedAt >= COMMIT_AFTER_NANOS) {
            index.commit();
            committedAt = now;
        }
    }

    /** Does what writes. Where it fails, the index is opened again before anything else is written. */
    private void write(Writing writing) {
        try {
            writing.toIndex();
        } catch (IOException | AlreadyClosedException failed) {
            trouble.begins(failed, shown.position());
            written.giveUp();
            throw failed(failed);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void toIndex() throws IOException;
    }

    /**
     * Asks the index as it was last shown.
     *
     * @throws RequestException with the code UNAVAILABLE, if it cannot be read; it is then looked at and mended
     */
    public <T> T search(Search<T> search) {
        return shown.search(search);
    }

    /** One search of the index. */
    public interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    private static UncheckedIOException failed(Exception failed) {
        return new UncheckedIOException(
                "The index cannot be used: " + failed.getMessage(),
                failed instanceof IOException io ? io : new IOException(failed));
    }

    /** Makes durable what was taken in, and lets go of the folder, also where the former fails. */
    @Override
    public synchronized void close() {
        closed = true;
        OpenIndex last = written;
        try (shown;
                last) {
            if (!last.isBroken()) {
                writeChanged(last);
                last.commit();
            }
        } catch (IOException failed) {
            throw failed(failed);
        }
    }
}
