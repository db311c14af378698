package org.openengagement.query.responsetimes;

import java.time.LocalDate;
import java.util.List;
import org.openengagement.query.figures.Dimension;
import org.openengagement.query.figures.ReferralFilter;
import org.openengagement.query.figures.columns.ReferralColumns;
import org.openengagement.query.readmodels.CaseReadModel;
import org.openengagement.query.search.index.ReadModelContract;
import org.openengagement.query.standing.Cutoff;

class ReferralsReadModelTest extends ReadModelContract<ReferralColumns> {

    @Override
    protected CaseReadModel<ReferralColumns> definition() {
        return new ReferralsReadModel();
    }

    @Override
    protected String told(ReferralColumns rows, long position) {
        return rows.responseTimes(
                        ReferralFilter.ALL,
                        List.of(Dimension.values()),
                        new Cutoff(position, LocalDate.parse("2026-03-01")))
                .toString();
    }

    @Override
    protected String bytesOfTheStory() {
        String aCase = "876a30303030303030303132685045544954494f4e635745428165726f61647366612074657374" + "0b";
        String itsReferral = "818862723166736b6f706a65" + "66414e53574552" + "f6";
        String itsDays = "6a323032362d30312d3037" + "6a323032362d30312d3232" + "08";
        return aCase + itsReferral + itsDays + "818368414e5357455245446a323032362d30312d3230" + "0a";
    }
}
