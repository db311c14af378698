package org.openengagement.query.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.query.api.PageRequest;
import org.openengagement.query.cases.References;
import org.openengagement.query.search.index.IndexFields;
import org.openengagement.query.search.index.IndexedStreams;
import org.openengagement.query.search.index.SearchIndex;

/** Finds the positions of entries, in ledger order, a page at a time. */
public final class EntrySearch {

    private final SearchIndex index;
    private final IndexedStreams streams;
    private final OpenedLedger ledger;

    public EntrySearch(SearchIndex index, OpenedLedger ledger) {
        this.index = index;
        this.streams = new IndexedStreams(index);
        this.ledger = ledger;
    }

    /**
     * A page of positions.
     *
     * @param positions in order; one more than the page holds where there are more
     * @param total how many there are on all pages
     */
    public record Found(List<Long> positions, long total) {}

    /**
     * The entries that meet a filter, among those that this node has reached.
     *
     * @param reached the last of them
     */
    public Found find(EntryFilter filter, PageRequest page, long reached) {
        long from = filter.recordedFrom() == null ? 0 : firstAtOrAfter(filter.recordedFrom());
        long to = filter.recordedTo() == null
                ? reached
                : Math.min(reached, firstAtOrAfter(afterMillisecondOf(filter.recordedTo())) - 1);
        long start = page.after() == null ? from : Math.max(from, page.after().id() + 1);
        long end = page.before() == null ? to : Math.min(to, page.before().id() - 1);
        return filter.isRange() ? range(from, to, start, end, page) : matching(filter, from, to, start, end, page);
    }

    private long firstAtOrAfter(Instant instant) {
        return ledger.firstPositionAt(instant);
    }

    /** Instants of recording are whole milliseconds. */
    private static Instant afterMillisecondOf(Instant instant) {
        return Instant.ofEpochMilli(instant.toEpochMilli() + 1);
    }

    private static Found range(long from, long to, long start, long end, PageRequest page) {
        long wanted = page.size() + 1L;
        long first = page.backward() ? Math.max(start, end - wanted + 1) : start;
        long last = page.backward() ? end : Math.min(end, start + wanted - 1);
        return new Found(LongStream.rangeClosed(first, last).boxed().toList(), Math.max(0, to - from + 1));
    }

    private Found matching(EntryFilter filter, long from, long to, long start, long end, PageRequest page) {
        Optional<Query> query = query(filter);
        return query.isEmpty()
                ? new Found(List.of(), 0)
                : index.search(searcher -> new Found(
                        positions(searcher, between(query.get(), start, end), page),
                        searcher.count(between(query.get(), from, to))));
    }

    private Optional<Query> query(EntryFilter filter) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(new TermQuery(new Term(IndexFields.WHAT, IndexFields.ENTRY)), Occur.FILTER);
        ProposalQueries.anyOf(all, IndexFields.TYPE, filter.type(), type -> type);
        ProposalQueries.anyOf(all, IndexFields.INSTITUTION, filter.institution(), slug -> slug);
        if (filter.reference() != null) {
            Optional<String> stream = streams.streamOf(References.exact(filter.reference()));
            if (stream.isEmpty()) {
                return Optional.empty();
            }
            ProposalQueries.anyOf(all, IndexFields.STREAM, List.of(stream.get()), name -> name);
        }
        return Optional.of(all.build());
    }

    private static Query between(Query query, long first, long last) {
        return first > last
                ? new MatchNoDocsQuery("no entry lies between")
                : new BooleanQuery.Builder()
                        .add(query, Occur.FILTER)
                        .add(LongField.newRangeQuery(IndexFields.POSITION, first, last), Occur.FILTER)
                        .build();
    }

    private static List<Long> positions(IndexSearcher searcher, Query query, PageRequest page) throws IOException {
        Sort byPosition =
                new Sort(LongField.newSortField(IndexFields.POSITION, page.backward(), SortedNumericSelector.Type.MIN));
        List<Long> positions = new ArrayList<>();
        for (ScoreDoc found : searcher.search(query, page.size() + 1, byPosition).scoreDocs) {
            positions.add(position((FieldDoc) found));
        }
        return page.backward() ? positions.reversed() : positions;
    }

    private static long position(FieldDoc found) {
        @Nullable Object[] fields = Objects.requireNonNull(found.fields);
        return ((Number) Objects.requireNonNull(fields[0])).longValue();
    }
}
