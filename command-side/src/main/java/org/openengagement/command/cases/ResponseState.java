package org.openengagement.command.cases;

import org.openengagement.ledger.events.response.ResponseCorrected;
import org.openengagement.ledger.events.response.ResponseKind;
import org.openengagement.ledger.events.response.ResponsePublished;

/**
 * One answer.
 *
 * @param number {@code a1}, {@code a2} ... in its case
 * @param referral the number of the referral that it answers
 * @param kind what it answers
 * @param superseded whether a correction took its place
 */
public record ResponseState(String number, String referral, ResponseKind kind, boolean superseded) {

    /** Whether it is an answer in force. A NOT_COMPETENT answers nothing: it ends the referral as declining does. */
    boolean counts() {
        return !superseded && kind != ResponseKind.NOT_COMPETENT;
    }

    static ResponseState of(ResponsePublished event) {
        return new ResponseState(event.response(), event.referral(), event.kind(), false);
    }

    static ResponseState of(ResponseCorrected event) {
        return new ResponseState(event.response(), event.referral(), event.kind(), false);
    }

    ResponseState replaced() {
        return new ResponseState(number, referral, kind, true);
    }
}
