package org.openengagement.query.responsetimes;

import org.openengagement.query.cases.CaseView;
import org.openengagement.query.figures.columns.ReferralColumns;
import org.openengagement.query.readmodels.CaseReadModel;
import org.openengagement.query.readmodels.CborForm;
import org.openengagement.query.standing.CaseFacts;

/** The columns of referrals that the figures are counted over; of a case it keeps the facts, as CBOR. */
public final class ReferralsReadModel implements CaseReadModel<ReferralColumns> {

    private final CborForm<CaseFacts> form = new CborForm<>(CaseFacts.class);

    @Override
    public String name() {
        return "referrals";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public byte[] bytesOf(CaseView view) {
        return form.write(view.facts());
    }

    @Override
    public ReferralColumns emptyRows() {
        return new ReferralColumns();
    }

    @Override
    public void replace(ReferralColumns rows, byte[] bytes) {
        rows.replace(form.read(bytes));
    }
}
