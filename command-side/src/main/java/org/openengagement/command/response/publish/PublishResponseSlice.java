package org.openengagement.command.response.publish;

import java.time.LocalDate;
import java.util.List;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.cases.ReferralStatus;
import org.openengagement.command.cases.Wording;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.referral.NoActPrecedesDelivery;
import org.openengagement.command.referral.ReferralSlice;
import org.openengagement.command.response.AnInstitutionSaysSomething;
import org.openengagement.command.response.OnlyTheInstitutionThatHoldsAReferralAnswersIt;
import org.openengagement.command.roles.Today;
import org.openengagement.command.slices.Slice;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.response.ResponseKind;
import org.openengagement.ledger.events.response.ResponsePublished;

/** Records answers. A referral may be answered again; its clock stopped at the first answer. */
@Slice(
        mutation = "publishResponse",
        roles = {Role.OFFICER, Role.OPERATOR, Role.COORDINATOR},
        actOfAnInstitution = true,
        events = ResponsePublished.class)
record PublishResponseSlice(Today today) implements ReferralSlice<PublishResponse> {

    @Override
    public List<LedgerEvent> decide(PublishResponse command, ReferralState referral, CaseState state, Caller caller) {
        Rule.uphold(
                new OnlyHistoryTakesEffectBeforeToday(referral, caller, today.today()),
                new OnlyTheInstitutionThatHoldsAReferralAnswersIt(referral),
                new WhoAnsweredWasCompetent(referral, command.kind()),
                new NoActPrecedesDelivery(referral, caller.effectiveOn()),
                new AnInstitutionSaysSomething(command.text(), caller.actor().role()));
        return List.of(new ResponsePublished(
                referral.number(),
                state.nextResponse(),
                command.kind(),
                Wording.in(state).sealIfSaid(command.text())));
    }

    /** A second answer, or what is added to the first, is recorded live on its day. */
    record OnlyHistoryTakesEffectBeforeToday(ReferralState referral, Caller caller, LocalDate today) implements Rule {

        @Override
        public boolean isBroken() {
            return referral.status() == ReferralStatus.ANSWERED
                    && caller.effectiveOn().isBefore(today)
                    && caller.actor().role() != Role.IMPORT;
        }

        @Override
        public String sentence() {
            return "It was answered before; what is added to an answer takes effect today, %s, not on %s."
                    .formatted(today, caller.effectiveOn());
        }

        @Override
        public List<String> field() {
            return List.of("effectiveOn");
        }
    }

    record WhoAnsweredWasCompetent(ReferralState referral, ResponseKind kind) implements Rule {

        @Override
        public boolean isBroken() {
            return kind == ResponseKind.NOT_COMPETENT && referral.status() == ReferralStatus.ANSWERED;
        }

        @Override
        public String sentence() {
            return "Referral %s was answered. The institution cannot say afterwards that the matter was not its own."
                    .formatted(referral.number());
        }

        @Override
        public List<String> field() {
            return List.of("kind");
        }
    }
}
