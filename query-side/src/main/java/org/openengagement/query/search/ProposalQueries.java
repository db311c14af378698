package org.openengagement.query.search;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.openengagement.query.api.RequestException;
import org.openengagement.query.figures.DateRange;
import org.openengagement.query.search.index.IndexFields;
import org.openengagement.query.search.index.PublicTextAnalyzer;
import org.openengagement.query.standing.Timeliness;

/**
 * Turns filters into queries. What people type is split into words and never read as a query language, so that no input can
 * be one.
 */
final class ProposalQueries {

    private static final int LONGEST_SEARCH = 1_000;
    private static final int MOST_WORDS = 50;
    private static final int MOST_VALUES = 1_000;

    /** Whole numbers, so that a case's score is exact and depends on nothing but the case and the words. */
    private static final float IN_TITLE = 4;

    private static final PublicTextAnalyzer ANALYZER = new PublicTextAnalyzer();

    private ProposalQueries() {}

    /** The cases that meet every one of some filters on a day. */
    static Query of(List<ProposalFilter> filters, LocalDate today) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(new TermQuery(new Term(IndexFields.WHAT, IndexFields.CASE)), Occur.FILTER);
        for (ProposalFilter filter : filters) {
            add(all, filter, today);
        }
        return all.build();
    }

    private static void add(BooleanQuery.Builder all, ProposalFilter filter, LocalDate today) {
        if (filter.searches()) {
            all.add(words(filter.search()), Occur.MUST);
        }
        anyOf(all, IndexFields.INSTITUTION, filter.institution(), slug -> slug);
        anyOf(all, IndexFields.TOPIC, filter.topic(), topic -> topic);
        anyOf(all, IndexFields.KIND, filter.kind(), Enum::name);
        anyOf(all, IndexFields.CHANNEL, filter.channel(), Enum::name);
        anyOf(all, IndexFields.STAGE, filter.stage(), Enum::name);
        anyOf(all, IndexFields.SOURCE, filter.source() == null ? null : List.of(filter.source()), name -> name);
        if (filter.timeliness() != null && !filter.timeliness().isEmpty()) {
            all.add(standing(filter.timeliness(), Math.toIntExact(today.toEpochDay())), Occur.FILTER);
        }
        DateRange submitted = filter.submitted();
        if (submitted != null) {
            all.add(
                    LongPoint.newRangeQuery(IndexFields.SUBMITTED, submitted.firstEpochDay(), submitted.lastEpochDay()),
                    Occur.FILTER);
        }
    }

    /** Every word must stand in the title or in the text. */
    private static Query words(@Nullable String search) {
        if (search == null || search.length() > LONGEST_SEARCH) {
            throw RequestException.invalid("search holds more than %d characters.".formatted(LONGEST_SEARCH));
        }
        List<String> words = ANALYZER.words(search);
        if (words.size() > MOST_WORDS) {
            throw RequestException.invalid("search holds more than %d words.".formatted(MOST_WORDS));
        }
        if (words.isEmpty()) {
            return new MatchNoDocsQuery("no word is searched for");
        }
        BooleanQuery.Builder every = new BooleanQuery.Builder();
        for (String word : words) {
            every.add(
                    new BooleanQuery.Builder()
                            .add(new BoostQuery(constant(IndexFields.TITLE, word), IN_TITLE), Occur.SHOULD)
                            .add(constant(IndexFields.TEXT, word), Occur.SHOULD)
                            .build(),
                    Occur.MUST);
        }
        return every.build();
    }

    private static Query constant(String field, String word) {
        return new ConstantScoreQuery(new TermQuery(new Term(field, word)));
    }

    private static Query standing(Collection<Timeliness> ways, int today) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Timeliness way : ways.stream().distinct().toList()) {
            any.add(
                    IntRange.newContainsQuery(IndexFields.timeliness(way), new int[] {today}, new int[] {today}),
                    Occur.SHOULD);
        }
        return any.build();
    }

    static <T> void anyOf(
            BooleanQuery.Builder all, String field, @Nullable Collection<T> values, Function<T, String> term) {
        if (values == null || values.isEmpty()) {
            return;
        }
        if (values.size() > MOST_VALUES) {
            throw RequestException.invalid("A condition names more than %d values.".formatted(MOST_VALUES));
        }
        List<BytesRef> terms =
                values.stream().map(value -> new BytesRef(term.apply(value))).toList();
        all.add(new TermInSetQuery(field, terms), Occur.FILTER);
    }
}
