package org.openengagement.command.referral.accept;

import org.openengagement.command.cases.ReferralCommand;

/** Takes a referral on. */
public record AcceptReferral(String caseId, String referral) implements ReferralCommand.Plain {}
