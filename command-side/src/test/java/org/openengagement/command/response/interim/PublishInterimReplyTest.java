package org.openengagement.command.response.interim;

import static org.openengagement.command.cases.Callers.*;
import static org.openengagement.command.cases.CaseHistory.*;
import static org.openengagement.command.cases.Deciding.given;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.events.response.InterimReplyPublished;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PublishInterimReplyTest {

    @Test
    void a_reply_that_is_not_yet_an_answer_moves_no_stage() {
        given(aPublishedProposal().referredTo("skopje").acknowledged(), new PublishInterimReplySlice())
                .when(anOfficerOf("skopje"), new PublishInterimReply(CASE, "r1", "We are looking into it."))
                .records(new InterimReplyPublished("r1", said("We are looking into it.")));
    }
}
