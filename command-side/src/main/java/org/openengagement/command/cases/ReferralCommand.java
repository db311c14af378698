package org.openengagement.command.cases;

import org.openengagement.command.dispatch.Outcome;

/** Something that is asked of one referral; the caller learns its number. */
public interface ReferralCommand extends CaseCommand<String> {

    /** The referral's number in its case, {@code r1}, {@code r2} ... */
    String referral();

    @Override
    default String answer(Outcome outcome) {
        return referral();
    }
}
