package org.openengagement.query.search.index;

import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.register.InstitutionRegistered;
import org.openengagement.query.cases.CaseView;
import org.openengagement.query.cases.ReferralView;
import org.openengagement.query.register.Register;

/** An entry as the index holds it: what it can be found by, and its position, at which the ledger has all of it. */
final class EntryDocument {

    private EntryDocument() {}

    /**
     * @param view the case just after the entry; {@code null} where it belongs to none
     */
    static Document of(RecordedEvent event, @Nullable CaseView view) {
        String stream = event.envelope().stream();
        Document document = new Document();
        document.add(new StringField(IndexFields.WHAT, IndexFields.ENTRY, Field.Store.NO));
        document.add(new LongField(IndexFields.POSITION, event.position(), Field.Store.NO));
        CaseDocument.values(document, IndexFields.TYPE, List.of(event.type()));
        CaseDocument.values(document, IndexFields.STREAM, List.of(stream));
        if (view != null) {
            CaseDocument.values(
                    document,
                    IndexFields.INSTITUTION,
                    view.referrals().stream().map(ReferralView::institution).toList());
        }
        if (event.event() instanceof InstitutionRegistered registered) {
            CaseDocument.values(document, IndexFields.INSTITUTION, List.of(registered.slug()));
        }
        if (Register.keeps(stream)) {
            document.add(new StringField(IndexFields.REGISTER, stream, Field.Store.YES));
        }
        return document;
    }
}
