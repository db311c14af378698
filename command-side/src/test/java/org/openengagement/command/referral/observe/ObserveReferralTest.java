package org.openengagement.command.referral.observe;

import static org.openengagement.command.cases.Callers.*;
import static org.openengagement.command.cases.CaseHistory.*;
import static org.openengagement.command.cases.Deciding.given;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.command.cases.Deciding;
import org.openengagement.command.cases.ProposalCase;
import org.openengagement.ledger.events.referral.ReferralObserved;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ObserveReferralTest {

    @Test
    void history_says_until_when_it_was_watched() {
        whileReferred()
                .when(anImport(), new ObserveReferral(CASE, "r1", LocalDate.of(2026, 3, 8)))
                .records(new ReferralObserved("r1", LocalDate.of(2026, 3, 8)));
    }

    @Test
    void nobody_watches_the_future() {
        whileReferred()
                .when(anImport(), new ObserveReferral(CASE, "r1", LocalDate.of(2026, 3, 11)))
                .isRefusedBy(ObserveReferralSlice.NoSourceIsWatchedInTheFuture.class, "until");
    }

    @Test
    void a_source_may_have_been_watched_until_before_the_delivery_that_it_tells_of() {
        whileReferred()
                .when(anImport(), new ObserveReferral(CASE, "r1", LocalDate.of(2024, 1, 1)))
                .records(new ReferralObserved("r1", LocalDate.of(2024, 1, 1)));
    }

    @Test
    void people_watch_nothing() {
        whileReferred()
                .when(aCoordinator(), new ObserveReferral(CASE, "r1", LocalDate.of(2026, 3, 8)))
                .isRefusedBy("TheRoleMustAllowIt");
    }

    private static Deciding<ProposalCase> whileReferred() {
        return given(aPublishedProposal().referredTo("skopje"), new ObserveReferralSlice(() -> TODAY));
    }
}
