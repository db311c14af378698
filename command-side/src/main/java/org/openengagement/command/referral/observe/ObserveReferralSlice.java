package org.openengagement.command.referral.observe;

import java.time.LocalDate;
import java.util.List;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.referral.ReferralSlice;
import org.openengagement.command.roles.Today;
import org.openengagement.command.slices.Slice;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.referral.ReferralObserved;

/** Records until when sources of imported history were watched; imports only. */
@Slice(
        roles = {},
        events = ReferralObserved.class)
record ObserveReferralSlice(Today today) implements ReferralSlice<ObserveReferral> {

    @Override
    public List<LedgerEvent> decide(ObserveReferral command, ReferralState referral, CaseState state, Caller caller) {
        Rule.uphold(new NoSourceIsWatchedInTheFuture(command.until(), today.today()));
        return List.of(new ReferralObserved(referral.number(), command.until()));
    }

    /**
     * That a source was last looked at before a referral was delivered is no contradiction: it may tell of the delivery by another
     * way than of the answer. Of such a referral nothing is known but that it was delivered.
     */
    record NoSourceIsWatchedInTheFuture(LocalDate until, LocalDate today) implements Rule {

        @Override
        public boolean isBroken() {
            return until.isAfter(today);
        }

        @Override
        public String sentence() {
            return "A source is watched until today, %s, at most; not until %s.".formatted(today, until);
        }

        @Override
        public List<String> field() {
            return List.of("until");
        }
    }
}
