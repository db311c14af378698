package org.openengagement.command.importing.translating;

import java.util.Set;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.importing.lines.LineRefusedException;

/** The events of the vocabulary, by what an import does with them. */
public final class LineTypes {

    /** Read, and made anew by the ledger itself. */
    public static final Set<String> MADE_ANEW = Set.of(
            "LedgerOpened",
            "SigningKeyChanged",
            "StatusChanged",
            "ReceiptConfirmed",
            "ImportRunOpened",
            "ImportRunClosed");

    /** Of the register. */
    static final Set<String> REGISTER =
            Set.of("InstitutionRegistered", "LegalBasisEnacted", "HolidayCalendarPublished");

    /** Of a case that is public. */
    static final Set<String> NEED_PUBLICATION =
            Set.of("ReferralIssued", "ResponsePublished", "CaseClosed", "SupportCounted");

    /** Of a case. */
    static final Set<String> CASE = Set.of(
            "ProposalSubmitted",
            "ProposalPublished",
            "ProposalRejected",
            "ProposalWithdrawn",
            "ReferralIssued",
            "ReferralAcknowledged",
            "ReferralAccepted",
            "ReferralDeclined",
            "ReferralForwarded",
            "ReferralObserved",
            "InterimReplyPublished",
            "ResponsePublished",
            "ResponseCorrected",
            "SupportCounted",
            "CaseClosed");

    /** In the vocabulary, but not taken by this ledger yet. */
    private static final Set<String> NOT_TAKEN = Set.of(
            "ProposalAmended",
            "DuplicateLinked",
            "DuplicateUnlinked",
            "FollowUpRequested",
            "GuidanceGiven",
            "GroundGiven",
            "DeadlinePaused",
            "DeadlineResumed",
            "DeadlineExtended",
            "DeadlineRecalculated",
            "DeadlineMissed",
            "ClarificationRequested",
            "ClarificationProvided",
            "ResponseRetracted",
            "CommitmentMade",
            "MilestoneScheduled",
            "MilestoneAssessed",
            "CommitmentAssessed",
            "SatisfactionRated",
            "OutcomeDisputed",
            "CaseReopened",
            "EndorsementRecorded",
            "EndorsementInvalidated",
            "ContentHidden",
            "ContentRestored",
            "ContentErased",
            "InstitutionRenamed",
            "InstitutionClosed");

    private LineTypes() {}

    /**
     * Upholds that a line is of a type that is taken, and says which case it is about where it is about one.
     *
     * @throws LineRefusedException if not
     */
    public static void upholdItIsTaken(ImportLine line) {
        boolean ofRegister = REGISTER.contains(line.type());
        if (!ofRegister && !CASE.contains(line.type())) {
            throw new LineRefusedException(line.number(), whyRefused(line.type()));
        }
        if (ofRegister == (line.caseId() != null)) {
            throw new LineRefusedException(
                    line.number(),
                    ofRegister
                            ? "%s belongs to no case.".formatted(line.type())
                            : "it must say which case it is about.");
        }
    }

    /** Why a type that is in none of the sets above is refused. */
    private static String whyRefused(String type) {
        if (NOT_TAKEN.contains(type)) {
            return "%s is not taken by this version of the ledger yet.".formatted(type);
        }
        String shown = type.length() > 60 ? type.substring(0, 60) + "..." : type;
        return "%s is no event that is known here.".formatted(shown);
    }
}
