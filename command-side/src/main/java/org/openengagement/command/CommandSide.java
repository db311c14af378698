package org.openengagement.command;

import java.util.List;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.openengagement.command.cases.Cases;
import org.openengagement.command.dispatch.LocalCommandBus;
import org.openengagement.command.followup.close.CloseCaseHandler;
import org.openengagement.command.intake.publish.PublishProposalHandler;
import org.openengagement.command.intake.reject.RejectProposalHandler;
import org.openengagement.command.intake.submit.SubmitProposalHandler;
import org.openengagement.command.intake.withdraw.WithdrawProposalHandler;
import org.openengagement.command.recordkeeping.LedgerState;
import org.openengagement.command.recordkeeping.importrun.ImportRunHandler;
import org.openengagement.command.recordkeeping.open.OpenLedgerHandler;
import org.openengagement.command.referral.accept.AcceptReferralHandler;
import org.openengagement.command.referral.acknowledge.AcknowledgeReferralHandler;
import org.openengagement.command.referral.decline.DeclineReferralHandler;
import org.openengagement.command.referral.forward.ForwardReferralHandler;
import org.openengagement.command.referral.observe.ObserveReferralHandler;
import org.openengagement.command.referral.refer.ReferProposalHandler;
import org.openengagement.command.register.HolidayCalendarState;
import org.openengagement.command.register.InstitutionState;
import org.openengagement.command.register.LedgerRegister;
import org.openengagement.command.register.LegalBasisState;
import org.openengagement.command.register.Register;
import org.openengagement.command.register.calendar.PublishHolidayCalendarHandler;
import org.openengagement.command.register.institution.RegisterInstitutionHandler;
import org.openengagement.command.register.legalbasis.EnactLegalBasisHandler;
import org.openengagement.command.response.correct.CorrectResponseHandler;
import org.openengagement.command.response.interim.PublishInterimReplyHandler;
import org.openengagement.command.response.publish.PublishResponseHandler;
import org.openengagement.command.roles.Permissions;
import org.openengagement.command.roles.Today;
import org.openengagement.command.streams.StreamsOf;
import org.openengagement.command.support.count.CountSupportHandler;

/** All slices on one bus: the table of contents of this side. */
public final class CommandSide {

    private CommandSide() {}

    /**
     * A bus on which every slice listens.
     *
     * @param eventStore where streams are loaded from and events go to
     * @param today which day it is for the ledger
     * @param references makes fresh public references
     */
    public static CommandBus bus(EventStore eventStore, Today today, Supplier<String> references) {
        Permissions permissions = new Permissions(today);
        Register register = new LedgerRegister(eventStore);
        Cases cases = Cases.in(eventStore);
        StreamsOf<LedgerState> ledger = StreamsOf.in(eventStore, LedgerState.NONE);
        return LocalCommandBus.of(List.of(
                new OpenLedgerHandler(ledger, permissions),
                new ImportRunHandler(ledger, permissions),
                new RegisterInstitutionHandler(StreamsOf.in(eventStore, InstitutionState.NONE), register, permissions),
                new EnactLegalBasisHandler(StreamsOf.in(eventStore, LegalBasisState.NONE), register, permissions),
                new PublishHolidayCalendarHandler(StreamsOf.in(eventStore, HolidayCalendarState.NONE), permissions),
                new SubmitProposalHandler(cases, permissions, references),
                new PublishProposalHandler(cases, permissions),
                new RejectProposalHandler(cases, permissions),
                new WithdrawProposalHandler(cases, permissions),
                new ReferProposalHandler(cases, permissions, register),
                new AcknowledgeReferralHandler(cases, permissions),
                new AcceptReferralHandler(cases, permissions),
                new DeclineReferralHandler(cases, permissions),
                new ForwardReferralHandler(cases, permissions, register),
                new ObserveReferralHandler(cases, permissions, today),
                new PublishInterimReplyHandler(cases, permissions),
                new PublishResponseHandler(cases, permissions),
                new CorrectResponseHandler(cases, permissions),
                new CloseCaseHandler(cases, permissions),
                new CountSupportHandler(cases, permissions)));
    }
}
