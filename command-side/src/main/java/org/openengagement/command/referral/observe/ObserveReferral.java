package org.openengagement.command.referral.observe;

import java.time.LocalDate;
import org.openengagement.command.cases.ReferralCommand;

/**
 * Says until when a source of imported history was watched.
 *
 * @param caseId the case
 * @param referral the referral's number
 * @param until the last day watched
 */
public record ObserveReferral(String caseId, String referral, LocalDate until) implements ReferralCommand.Plain {}
