package org.openengagement.query.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;
import org.openengagement.query.api.Connection;
import org.openengagement.query.api.Cursor;
import org.openengagement.query.api.Moment;
import org.openengagement.query.api.PageRequest;
import org.openengagement.query.cases.CaseView;
import org.openengagement.query.cases.Cases;
import org.openengagement.query.search.index.IndexFields;
import org.openengagement.query.search.index.IndexedStreams;
import org.openengagement.query.search.index.SearchIndex;

/** Finds cases: by filter, by words, in an order, a page at a time. */
public final class ProposalSearch {

    private final SearchIndex index;
    private final Cases cases;

    public ProposalSearch(SearchIndex index, Cases cases) {
        this.index = index;
        this.cases = cases;
    }

    /** A case found, and its place in the order. */
    private record Hit(String stream, long key, long opened) {}

    /** A page of hits, one more than it holds where there are more, and how many there are. */
    private record Hits(List<Hit> hits, int total) {}

    /** The cases that meet every filter, as this node knows them now. */
    public Connection<CaseView> find(List<ProposalFilter> filters, ProposalOrder order, PageRequest page, Moment now) {
        Query query = ProposalQueries.of(filters, now.day());
        Hits found = index.search(searcher -> hits(searcher, query, order, page));
        Connection<Hit> connection = Connection.of(
                found.hits(),
                page,
                found.total(),
                hit -> new Cursor(order.name(), Long.toString(hit.key()), hit.opened(), now.position()));
        Map<String, CaseView> views = cases.now(
                connection.edges().stream().map(edge -> edge.node().stream()).toList(), now);
        return connection.map(hit -> Objects.requireNonNull(views.get(hit.stream()), hit.stream()));
    }

    private static Hits hits(IndexSearcher searcher, Query query, ProposalOrder order, PageRequest page)
            throws IOException {
        int total = searcher.count(query);
        Cursor from = page.backward() ? page.before() : page.after();
        Cursor to = page.backward() ? page.after() : page.before();
        Sort sort = sort(order, page.backward());
        int wanted = page.size() + 1;
        TopDocs top = from == null
                ? searcher.search(query, wanted, sort)
                : searcher.searchAfter(place(from, order, searcher), query, wanted, sort);
        List<Hit> hits = new ArrayList<>();
        for (var each : top.scoreDocs) {
            Hit hit = hit(searcher, (FieldDoc) each);
            if (to != null && !isBefore(hit, to, order, page.backward())) {
                break;
            }
            hits.add(hit);
        }
        if (page.backward()) {
            Collections.reverse(hits);
        }
        return new Hits(hits, total);
    }

    private static Hit hit(IndexSearcher searcher, FieldDoc found) throws IOException {
        String stream = Objects.requireNonNull(IndexedStreams.streamOf(searcher, found));
        return new Hit(stream, ((Number) value(found, 0)).longValue(), ((Number) value(found, 1)).longValue());
    }

    private static Object value(FieldDoc found, int at) {
        return Objects.requireNonNull(Objects.requireNonNull(found.fields)[at]);
    }

    private static boolean isBefore(Hit hit, Cursor to, ProposalOrder order, boolean reversed) {
        int byKey = Long.compare(hit.key(), to.number());
        int compared = byKey != 0 ? byKey : Long.compare(hit.opened(), to.id());
        return order.descending() == reversed ? compared < 0 : compared > 0;
    }

    /** Two keys: what is ordered by, and the position of the case's first event, which no two cases share. */
    private static Sort sort(ProposalOrder order, boolean reversed) {
        boolean descending = order.descending() != reversed;
        SortField key =
                switch (order.field()) {
                    case SUBMITTED -> numbers(IndexFields.SUBMITTED, descending, null);
                    case LAST_CHANGED -> numbers(IndexFields.CHANGED, descending, null);
                    case DUE -> numbers(IndexFields.DUE, descending, order);
                    case ENDORSEMENTS -> numbers(IndexFields.SUPPORTERS, descending, order);
                    case RELEVANCE -> new SortField(null, SortField.Type.SCORE, !descending);
                };
        return new Sort(key, numbers(IndexFields.OPENED, descending, null));
    }

    /** Cases without a value come last in the order as it was asked for, whichever way it is read. */
    private static SortField numbers(String field, boolean descending, @Nullable ProposalOrder lastIn) {
        if (lastIn == null) {
            return new SortField(field, SortField.Type.LONG, descending);
        }
        long missing = missing(lastIn);
        return new SortField(field, SortField.Type.LONG, descending, missing);
    }

    private static long missing(ProposalOrder order) {
        return order.descending() ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private static FieldDoc place(Cursor cursor, ProposalOrder order, IndexSearcher searcher) {
        Object key = order.field() == ProposalOrder.Field.RELEVANCE
                ? (Object) (float) cursor.number()
                : (Object) cursor.number();
        int last = Math.max(0, searcher.getIndexReader().maxDoc() - 1);
        return new FieldDoc(last, Float.NaN, new Object[] {key, cursor.id()});
    }
}
