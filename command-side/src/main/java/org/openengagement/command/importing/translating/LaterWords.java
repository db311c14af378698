package org.openengagement.command.importing.translating;

import java.util.Set;

/** Words of the vocabulary for which this ledger has no event yet. A word leaves these lists when its event comes. */
final class LaterWords {

    /** Lines of these are counted as skipped. */
    static final Set<String> SKIPPED = Set.of("SigningKeyChanged");

    /** Lines of these are refused. */
    static final Set<String> REFUSED = Set.of(
            "CaseReopened",
            "ClarificationProvided",
            "ClarificationRequested",
            "CommitmentAssessed",
            "CommitmentMade",
            "ContentErased",
            "ContentHidden",
            "ContentRestored",
            "DeadlineExtended",
            "DeadlineMissed",
            "DeadlinePaused",
            "DeadlineRecalculated",
            "DeadlineResumed",
            "DuplicateLinked",
            "DuplicateUnlinked",
            "EndorsementInvalidated",
            "EndorsementRecorded",
            "FollowUpRequested",
            "GuidanceGiven",
            "InstitutionClosed",
            "InstitutionRenamed",
            "MilestoneAssessed",
            "MilestoneScheduled",
            "OutcomeDisputed",
            "ProposalAmended",
            "ResponseRetracted",
            "SatisfactionRated",
            "TopicRegistered",
            "TopicRenamed",
            "TopicsAssigned");

    private LaterWords() {}
}
