package org.openengagement.command.referral.forward;

import static org.openengagement.command.cases.Callers.*;
import static org.openengagement.command.cases.CaseHistory.*;
import static org.openengagement.command.cases.Decided.moved;
import static org.openengagement.command.cases.Deciding.given;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.command.cases.ARegister;
import org.openengagement.command.cases.CaseHistory;
import org.openengagement.command.cases.Deciding;
import org.openengagement.command.cases.ProposalCase;
import org.openengagement.command.referral.AnInstitutionIsAskedOnceAtATime;
import org.openengagement.ledger.events.followup.Stage;
import org.openengagement.ledger.events.referral.ComputedDeadline;
import org.openengagement.ledger.events.referral.ComputedDeadline.Step;
import org.openengagement.ledger.events.referral.ComputedDeadline.What;
import org.openengagement.ledger.events.referral.ReferralForwarded;
import org.openengagement.ledger.events.referral.ReferralIssued;
import org.openengagement.ledger.events.referral.ReferralPurpose;
import org.openengagement.ledger.events.response.ResponseKind;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ForwardReferralTest {

    @Test
    void the_next_referral_begins_in_the_same_commit_with_the_same_law_and_a_term_of_its_own() {
        LocalDate delivered = LocalDate.of(2026, 3, 10);
        LocalDate due = LocalDate.of(2026, 3, 25);
        whileIt(aPublishedProposal().referredTo("skopje").under("calendar-15").acknowledged())
                .when(anOfficerOf("skopje"), to("ohrid", null))
                .records(
                        new ReferralForwarded("r1", "ohrid", said("It is theirs.")),
                        new ReferralIssued(
                                "r2",
                                "ohrid",
                                ReferralPurpose.ANSWER,
                                "calendar-15",
                                due,
                                new ComputedDeadline(
                                        "1",
                                        null,
                                        null,
                                        List.of(new Step(delivered, What.DELIVERED), new Step(due, What.DUE))),
                                "r1"),
                        moved(Stage.AWAITING_RESPONSE, Stage.REFERRED));
    }

    @Test
    void forwarding_does_not_shake_off_a_deadline() {
        whileIt(aPublishedProposal().referredTo("skopje").dueOn("2026-04-02"))
                .when(anOfficerOf("skopje"), to("ohrid", null))
                .isRefusedBy(ForwardReferralSlice.AForwardedObligationKeepsADeadline.class);
    }

    @Test
    void it_does_not_go_where_it_is() {
        whileIt(aPublishedProposal().referredTo("skopje"))
                .when(anOfficerOf("skopje"), to("skopje", null))
                .isRefusedBy(ForwardReferralSlice.AReferralIsForwardedToAnotherInstitution.class, "institution");
    }

    @Test
    void it_does_not_go_to_who_is_asked_already_and_has_not_answered() {
        whileIt(aPublishedProposal().referredTo("skopje").referredTo("ohrid"))
                .when(anOfficerOf("skopje"), to("ohrid", null))
                .isRefusedBy(AnInstitutionIsAskedOnceAtATime.class, "institution");
    }

    @Test
    void it_may_go_to_who_was_asked_before_and_owes_nothing_more() {
        whileIt(aPublishedProposal()
                        .referredTo("ohrid")
                        .answered(ResponseKind.ACCEPTED)
                        .referredTo("skopje"))
                .when(anOfficerOf("skopje"), new ForwardReferral(CASE, "r2", "ohrid", "It is theirs.", null, null))
                .records(
                        new ReferralForwarded("r2", "ohrid", said("It is theirs.")),
                        new ReferralIssued("r3", "ohrid", ReferralPurpose.ANSWER, null, null, null, "r2"));
    }

    @Test
    void who_is_sent_a_copy_only_may_be_forwarded_the_obligation() {
        whileIt(aPublishedProposal().referredForInformationTo("ohrid").referredTo("skopje"))
                .when(anOfficerOf("skopje"), new ForwardReferral(CASE, "r2", "ohrid", "It is theirs.", null, null))
                .records(
                        new ReferralForwarded("r2", "ohrid", said("It is theirs.")),
                        new ReferralIssued("r3", "ohrid", ReferralPurpose.ANSWER, null, null, null, "r2"));
    }

    @Test
    void history_goes_neither_where_it_is_nor_to_who_is_asked_already() {
        CaseHistory bothAsked = aPublishedProposal().referredTo("skopje").referredTo("ohrid");
        whileIt(bothAsked)
                .when(anImport(), to("skopje", null))
                .isRefusedBy(ForwardReferralSlice.AReferralIsForwardedToAnotherInstitution.class, "institution");
        whileIt(bothAsked)
                .when(anImport(), to("ohrid", null))
                .isRefusedBy(AnInstitutionIsAskedOnceAtATime.class, "institution");
    }

    @Test
    void history_only_ends_it() {
        whileIt(aPublishedProposal().referredTo("skopje"))
                .when(anImport(), to("ohrid", null))
                .records(
                        new ReferralForwarded("r1", "ohrid", said("It is theirs.")),
                        moved(Stage.REFERRED, Stage.PUBLISHED));
    }

    private static Deciding<ProposalCase> whileIt(CaseHistory history) {
        return given(history, new ForwardReferralSlice(ARegister.ofTheTests()));
    }

    private static ForwardReferral to(String institution, @Nullable LocalDate dueOn) {
        return new ForwardReferral(CASE, "r1", institution, "It is theirs.", null, dueOn);
    }
}
