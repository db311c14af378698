package org.openengagement.command.importing.translating;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.cases.ReferralStatus;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.importing.lines.Fields;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.referral.accept.AcceptReferral;
import org.openengagement.command.referral.acknowledge.AcknowledgeReferral;
import org.openengagement.command.referral.decline.DeclineReferral;
import org.openengagement.command.referral.forward.ForwardReferral;
import org.openengagement.command.referral.observe.ObserveReferral;
import org.openengagement.command.referral.refer.ReferProposal;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.referral.ReferralAccepted;
import org.openengagement.ledger.events.referral.ReferralAcknowledged;
import org.openengagement.ledger.events.referral.ReferralDeclined;
import org.openengagement.ledger.events.referral.ReferralForwarded;
import org.openengagement.ledger.events.referral.ReferralIssued;
import org.openengagement.ledger.events.referral.ReferralObserved;
import org.openengagement.ledger.events.referral.ReferralPurpose;

/** How a referral goes: issued, taken up or not, forwarded, watched. */
final class ReferralVerbs {

    static final List<Verb> ALL = List.of(
            new Issue(), new Acknowledgement(), new Acceptance(), new Declining(), new Forwarding(), new Observation());

    private ReferralVerbs() {}

    private static final class Issue extends CaseVerb {

        Issue() {
            super(ReferralIssued.class, "to", "purpose", "legalBasis", "dueOn", "forwardedFrom");
        }

        @Override
        public Set<String> ignoredFields() {
            return Set.of("referral", "computed");
        }

        @Override
        Command<?> command(CaseLine line) {
            Fields data = line.data();
            ReferralPurpose purpose = data.oneOfIfAny(ReferralPurpose.class, "purpose");
            String from = data.textIfAny("forwardedFrom");
            return new ReferProposal(
                    line.caseId(),
                    line.to(),
                    purpose == null ? ReferralPurpose.ANSWER : purpose,
                    data.textIfAny("legalBasis"),
                    data.dayIfAny("dueOn"),
                    from == null ? null : line.numberOf(from));
        }

        @Override
        void remember(CaseLine line, Object result) {
            line.known().referral(line.referralOfSource(), (String) result);
        }

        /**
         * An institution that becomes known, or is another now, while the referral is open: the referral is forwarded to it on
         * the day of its delivery, so that its time counts from there as if it had been asked at once.
         */
        @Override
        public void compare(ComparedLine line) {
            line.referral().ifPresentOrElse(held -> compare(line, held), line::isNew);
        }

        private static void compare(ComparedLine line, ReferralState held) {
            ImportLine told = line.line();
            String to = told.data().text("to");
            boolean moves = held.isOpenForAnswer() && !line.wasAsked(to);
            // Where an import died in the middle of a row, the next goes on there.
            boolean goesOn = moves || line.wasForwarded(to);
            if (moves) {
                line.adds(ReferralForwarded.class, told.effectiveOn(), data -> data.put("to", to));
            }
            if (goesOn) {
                line.goesOn(data -> {
                    data.put("to", to).put("purpose", "ANSWER").put("forwardedFrom", told.referral());
                    LocalDate due = told.data().dayIfAny("dueOn");
                    if (due != null) {
                        data.put("dueOn", due.toString());
                    }
                });
            }
        }

        @Override
        boolean needsPublication() {
            return true;
        }

        @Override
        Set<String> claims(CaseLine line) {
            String ofSource = line.referralOfSource();
            String before = line.identified().goesOn() ? line.memory().referral(line.caseId(), ofSource) : null;
            return Set.of(
                    before == null
                            ? line.identities().referral(line.caseId(), ofSource)
                            : line.identities().goesOn(line.caseId(), before));
        }

        @Override
        @Nullable
        String namedInstitution(Fields data) {
            return data.textIfAny("to");
        }

        @Override
        public @Nullable String number(LedgerEvent recorded) {
            return recorded instanceof ReferralIssued issued ? issued.referral() : null;
        }
    }

    private static final class Acknowledgement extends ReferralVerb {

        Acknowledgement() {
            super(ReferralAcknowledged.class);
        }

        @Override
        Command<?> command(CaseLine line) {
            return new AcknowledgeReferral(line.caseId(), line.referral());
        }

        @Override
        void remember(CaseLine line, Object result) {}

        @Override
        public void compare(ComparedLine line) {
            line.isNew();
        }
    }

    private static final class Acceptance extends ReferralVerb {

        Acceptance() {
            super(ReferralAccepted.class);
        }

        @Override
        Command<?> command(CaseLine line) {
            return new AcceptReferral(line.caseId(), line.referral());
        }

        @Override
        void remember(CaseLine line, Object result) {}

        @Override
        public void compare(ComparedLine line) {
            line.isNew();
        }
    }

    private static final class Declining extends ReferralVerb {

        Declining() {
            super(ReferralDeclined.class, "reason");
        }

        @Override
        Command<?> command(CaseLine line) {
            return new DeclineReferral(line.caseId(), line.referral(), line.said("reason"));
        }

        @Override
        void remember(CaseLine line, Object result) {}

        @Override
        public void compare(ComparedLine line) {
            line.isNew();
        }
    }

    private static final class Forwarding extends ReferralVerb {

        Forwarding() {
            super(ReferralForwarded.class, "to", "reason");
        }

        @Override
        Command<?> command(CaseLine line) {
            return new ForwardReferral(line.caseId(), line.referral(), line.to(), line.said("reason"), null, null);
        }

        @Override
        void remember(CaseLine line, Object result) {}

        @Override
        public void compare(ComparedLine line) {
            line.isNewUnless(line.referral()
                    .filter(held -> held.status() == ReferralStatus.FORWARDED)
                    .isPresent());
        }

        @Override
        @Nullable
        String namedInstitution(Fields data) {
            return data.textIfAny("to");
        }
    }

    private static final class Observation extends ReferralVerb {

        Observation() {
            super(ReferralObserved.class, "until");
        }

        @Override
        Command<?> command(CaseLine line) {
            return new ObserveReferral(
                    line.caseId(), line.referral(), line.data().day("until"));
        }

        @Override
        void remember(CaseLine line, Object result) {}

        /** A referral that has ended needs no watching. */
        @Override
        public void compare(ComparedLine line) {
            line.isNewUnless(line.referral()
                    .filter(held -> held.status() != ReferralStatus.OPEN)
                    .isPresent());
        }
    }
}
