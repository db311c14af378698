package org.openengagement.query.search.index;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.openengagement.query.cases.CaseDirectory;

/** Which streams there are, as far as the index has seen. */
public final class IndexedStreams implements CaseDirectory {

    private final SearchIndex index;

    public IndexedStreams(SearchIndex index) {
        this.index = index;
    }

    /** The streams of the register. */
    Set<String> register() {
        return index.search(searcher -> {
            Set<String> streams = new LinkedHashSet<>();
            PrefixQuery query = new PrefixQuery(new Term(IndexFields.REGISTER, ""));
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
        return index.search(searcher -> {
            ScoreDoc[] found = searcher.search(new TermQuery(new Term(IndexFields.REFERENCE, reference)), 1).scoreDocs;
            return found.length == 0 ? Optional.empty() : Optional.ofNullable(streamOf(searcher, found[0]));
        });
    }

    /** The stream of the case that was found; {@code null} for what is no case. */
    public static @Nullable String streamOf(IndexSearcher searcher, ScoreDoc found) throws IOException {
        return searcher.storedFields()
                .document(found.doc, Set.of(IndexFields.CASE_STREAM))
                .get(IndexFields.CASE_STREAM);
    }
}
