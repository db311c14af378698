package org.openengagement.command.referral.acknowledge;

import org.openengagement.command.cases.ReferralCommand;

/** Confirms that a referral arrived. */
public record AcknowledgeReferral(String caseId, String referral) implements ReferralCommand.Plain {}
