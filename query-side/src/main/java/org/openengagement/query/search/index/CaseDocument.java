package org.openengagement.query.search.index;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.openengagement.ledger.events.Audience;
import org.openengagement.ledger.events.Sealed;
import org.openengagement.ledger.events.intake.ProposalSubmitted;
import org.openengagement.query.cases.CaseView;
import org.openengagement.query.cases.ReferralView;
import org.openengagement.query.standing.TimelinessSpan;

/**
 * A case as the index holds it: a pure function of the case. Text goes in only where it is public, and only so that it can
 * be found: the index never gives it back.
 */
final class CaseDocument {

    /** Lucene refuses a term above 32,766 bytes; nobody filters by a value of this length. */
    private static final int LONGEST_VALUE = 4_000;

    private CaseDocument() {}

    static Term key(String stream) {
        return new Term(IndexFields.CASE_STREAM, stream);
    }

    static Document of(CaseView view) {
        ProposalSubmitted submitted = view.submitted();
        Document document = new Document();
        document.add(new StringField(IndexFields.WHAT, IndexFields.CASE, Field.Store.NO));
        document.add(new StringField(IndexFields.CASE_STREAM, view.stream(), Field.Store.YES));
        values(document, IndexFields.REFERENCE, List.of(submitted.reference()));
        values(document, IndexFields.KIND, List.of(submitted.kind().name()));
        values(document, IndexFields.CHANNEL, List.of(submitted.channel().name()));
        values(document, IndexFields.STAGE, List.of(view.stage().name()));
        values(document, IndexFields.TOPIC, submitted.topics());
        values(
                document,
                IndexFields.INSTITUTION,
                view.referrals().stream().map(ReferralView::institution).toList());
        if (submitted.source() != null) {
            values(document, IndexFields.SOURCE, List.of(submitted.source().name()));
        }
        orders(document, view);
        timeliness(document, view);
        if (view.isPublic()) {
            text(document, IndexFields.TITLE, submitted.title());
            text(document, IndexFields.TEXT, submitted.text());
        }
        return document;
    }

    private static void orders(Document document, CaseView view) {
        document.add(new NumericDocValuesField(IndexFields.OPENED, view.opened()));
        document.add(new NumericDocValuesField(IndexFields.CHANGED, view.lastPosition()));
        long submitted = view.submittedOn().toEpochDay();
        document.add(new NumericDocValuesField(IndexFields.SUBMITTED, submitted));
        document.add(new LongPoint(IndexFields.SUBMITTED, submitted));
        nextDue(view).ifPresent(due -> document.add(new NumericDocValuesField(IndexFields.DUE, due.toEpochDay())));
        if (view.support() != null) {
            document.add(new NumericDocValuesField(
                    IndexFields.SUPPORTERS, view.support().counted()));
        }
    }

    private static Optional<LocalDate> nextDue(CaseView view) {
        return view.referrals().stream()
                .filter(ReferralView::awaitsAnswer)
                .map(ReferralView::dueOn)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    private static void timeliness(Document document, CaseView view) {
        for (ReferralView referral : view.referrals()) {
            for (TimelinessSpan span : TimelinessSpan.of(referral.facts())) {
                document.add(new IntRange(
                        IndexFields.timeliness(span.timeliness()),
                        new int[] {epochDay(span.first())},
                        new int[] {epochDay(span.last())}));
            }
        }
    }

    private static int epochDay(LocalDate day) {
        return Math.clamp(day.toEpochDay(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    static void values(Document document, String field, Collection<String> values) {
        values.stream()
                .filter(value -> value.getBytes(StandardCharsets.UTF_8).length <= LONGEST_VALUE)
                .distinct()
                .forEach(value -> document.add(new StringField(field, value, Field.Store.NO)));
    }

    private static void text(Document document, String field, Sealed<String> sealed) {
        if (sealed instanceof Sealed.Present<String> present && present.audience() == Audience.PUBLIC) {
            document.add(new TextField(field, PublicTextAnalyzer.normalized(present.value()), Field.Store.NO));
        }
    }
}
