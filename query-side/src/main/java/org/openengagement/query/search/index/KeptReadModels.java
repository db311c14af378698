package org.openengagement.query.search.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.openengagement.query.cases.CaseView;
import org.openengagement.query.readmodels.PersistentReadModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The read models that the index keeps: each has a field of its own in a case's document, named after the model and its version.
 * So a document tells by itself which models it lacks: those that are new, or of another version now. The cases that lack some are
 * written again, one after the other, and the position stays.
 */
final class KeptReadModels {

    private static final Logger LOG = LoggerFactory.getLogger(KeptReadModels.class);

    private final List<Kept> all;
    private long[] lacking = {};
    private int next;

    /**
     * @throws IllegalArgumentException if two have the same name
     */
    KeptReadModels(List<PersistentReadModel<?>> models) {
        Set<String> names = new HashSet<>();
        for (PersistentReadModel<?> model : models) {
            if (!names.add(model.name())) {
                throw new IllegalArgumentException("Two read models are named \"%s\".".formatted(model.name()));
            }
        }
        this.all = models.stream().map(Kept::new).toList();
    }

    /**
     * Looks at each case of an index that was just opened: loads the models that are not complete, and finds the cases that lack
     * some model. A model that is complete keeps its rows, which may be ahead of an index that was opened again.
     */
    void opened(DirectoryReader reader) throws IOException {
        long cases = 0;
        LongStream.Builder found = LongStream.builder();
        all.forEach(Kept::beginLoading);
        for (LeafReaderContext leaf : reader.leaves()) {
            cases += look(leaf.reader(), found);
        }
        lacking = found.build().sorted().toArray();
        next = 0;
        for (Kept each : all) {
            each.loaded(cases);
        }
    }

    private long look(LeafReader leaf, LongStream.Builder found) throws IOException {
        NumericDocValues opened = leaf.getNumericDocValues(IndexFields.OPENED);
        Bits live = leaf.getLiveDocs();
        long cases = 0;
        if (opened == null) {
            return 0;
        }
        for (Kept each : all) {
            each.values = leaf.getBinaryDocValues(each.field);
        }
        while (opened.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            int document = opened.docID();
            if (live == null || live.get(document)) {
                cases++;
                boolean whole = true;
                for (Kept each : all) {
                    whole &= each.load(document);
                }
                if (!whole) {
                    found.add(opened.longValue());
                }
            }
        }
        return cases;
    }

    /** The first positions of some of the cases that lack a model; empty where there are none. */
    long[] nextLacking(int atMost) {
        return Arrays.copyOfRange(lacking, next, Math.min(lacking.length, next + atMost));
    }

    /** Says that the first of the cases that lacked a model was written. */
    void wrote() {
        next++;
        for (Kept each : all) {
            if (!each.isComplete()) {
                each.model.lacks(Math.min(each.missing, lacking.length - next), each.cases);
            }
        }
    }

    boolean lacksAny() {
        return next < lacking.length;
    }

    /**
     * Says that every change up to a position was written and taken in, and that nothing later is shown: a model that no case
     * lacks is complete.
     */
    void reached(long position) {
        for (Kept each : all) {
            if (each.missing == 0 || !lacksAny()) {
                each.reached(position);
            }
        }
    }

    /** What each model keeps of a case. */
    CaseBytes of(CaseView view) {
        return new CaseBytes(
                view, all.stream().map(each -> each.model.bytesOf(view)).toList());
    }

    /** Says that the rows hold every case up to a position that was taken in. */
    void heldUpTo(long position) {
        all.forEach(each -> each.heldUpTo(position));
    }

    /** The bytes of one case, in the order of the models. */
    final class CaseBytes {

        private final CaseView view;
        private final List<byte[]> bytes;

        private CaseBytes(CaseView view, List<byte[]> bytes) {
            this.view = view;
            this.bytes = bytes;
        }

        Document addTo(Document document) {
            for (int i = 0; i < bytes.size(); i++) {
                document.add(new BinaryDocValuesField(all.get(i).field, new BytesRef(bytes.get(i))));
            }
            return document;
        }

        /** Lets the rows hold the case as it is now. */
        void take() {
            for (int i = 0; i < bytes.size(); i++) {
                all.get(i).take(view, bytes.get(i));
            }
        }
    }

    /** One model. */
    private static final class Kept {

        private final PersistentReadModel<?> model;
        private final String field;
        private @Nullable BinaryDocValues values;
        private long missing;
        private long unreadable;
        private long cases;
        private long heldUpTo = -1;

        private Kept(PersistentReadModel<?> model) {
            this.model = model;
            this.field = IndexFields.kept(model);
        }

        private boolean isComplete() {
            return model.progress().complete();
        }

        private void beginLoading() {
            missing = 0;
            unreadable = 0;
        }

        /** Whether a document holds what the model keeps. */
        private boolean load(int document) throws IOException {
            if (values == null || !values.advanceExact(document)) {
                missing++;
                return false;
            }
            if (isComplete()) {
                return true;
            }
            BytesRef bytes = Objects.requireNonNull(values.binaryValue());
            try {
                model.replace(Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length));
                return true;
            } catch (IllegalArgumentException damaged) {
                if (unreadable++ == 0) {
                    LOG.warn("\"{}\" cannot read what it kept of a case: {}", model.name(), damaged.getMessage());
                }
                missing++;
                return false;
            }
        }

        private void loaded(long found) {
            values = null;
            cases = found;
            if (!isComplete()) {
                model.lacks(missing, cases);
            }
            if (missing > 0) {
                LOG.info(
                        "\"{}\" is made from the ledger for {} of {} cases, {} of them unreadable.",
                        model.name(),
                        missing,
                        cases,
                        unreadable);
            }
        }

        private void reached(long position) {
            if (!isComplete()) {
                heldUpTo = position;
                model.complete();
                if (missing > 0) {
                    LOG.info("\"{}\" is complete, up to position {}.", model.name(), position);
                }
            }
        }

        private void heldUpTo(long position) {
            if (isComplete()) {
                heldUpTo = Math.max(heldUpTo, position);
            }
        }

        private void take(CaseView view, byte[] bytes) {
            if (!isComplete() || view.lastPosition() > heldUpTo) {
                model.replace(bytes);
            }
        }
    }
}
