package org.openengagement.ledger.events.referral;

import org.openengagement.ledger.events.LedgerEvent;

/** The family of facts about one referral. */
public sealed interface ReferralEvent extends LedgerEvent
        permits ReferralIssued,
                ReferralAcknowledged,
                ReferralAccepted,
                ReferralDeclined,
                ReferralForwarded,
                ReferralObserved {

    /** The number of the referral in its case: {@code r1}, {@code r2} ... */
    String referral();
}
