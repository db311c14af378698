package org.openengagement.query.readmodels;

import org.openengagement.query.readmodels.SubmissionsReadModel.Submissions;
import org.openengagement.query.search.index.ReadModelContract;

class SubmissionsReadModelTest extends ReadModelContract<Submissions> {

    @Override
    protected CaseReadModel<Submissions> definition() {
        return new SubmissionsReadModel();
    }

    @Override
    protected String told(Submissions rows, long position) {
        return rows.byMonth(position).toString();
    }

    @Override
    protected String bytesOfTheStory() {
        return "83" + "6a30303030303030303132" + "6a323032362d30312d3035" + "04";
    }
}
