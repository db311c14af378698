package org.openengagement.command.cases;

import org.openengagement.command.dispatch.Outcome;

/** Something that is asked of one referral. */
public interface ReferralCommand<R> extends CaseCommand<R> {

    /** The referral's number in its case, {@code r1}, {@code r2} ... */
    String referral();

    /** Something that is asked of one referral, whose caller learns the referral's number. */
    interface Plain extends ReferralCommand<String> {

        @Override
        default String answer(Outcome outcome) {
            return referral();
        }
    }
}
