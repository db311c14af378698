package org.openengagement.query.standing;

import java.util.Arrays;
import java.util.Optional;

/** What can be learnt about a referral after it was delivered. */
public enum FactKind {
    /** A response that counts: any kind but NOT_COMPETENT. */
    ANSWERED('a'),
    /** Declined, or answered as NOT_COMPETENT. */
    DECLINED('d'),
    /** Passed on to another institution. */
    FORWARDED('f'),
    /** Taken back by the person. */
    WITHDRAWN('w'),
    /** On that day the source of imported history was looked at, and showed it open. */
    OBSERVED('o');

    private final byte code;

    FactKind(char code) {
        this.code = (byte) code;
    }

    /** What stands for the kind in stored bytes. */
    byte code() {
        return code;
    }

    static Optional<FactKind> ofCode(int code) {
        return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst();
    }
}
