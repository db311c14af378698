package org.openengagement.command.support.count;

import static org.openengagement.command.cases.Callers.*;
import static org.openengagement.command.cases.CaseHistory.*;
import static org.openengagement.command.cases.Deciding.given;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.events.support.SupportCounted;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CountSupportTest {

    @Test
    void a_source_counts_its_supporters_and_no_stage_moves() {
        given(aPublishedProposal().closed(), new CountSupportSlice())
                .when(anImport(), new CountSupport(CASE, 10_512))
                .records(new SupportCounted(10_512));
    }
}
