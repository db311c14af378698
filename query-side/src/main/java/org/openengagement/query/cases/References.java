package org.openengagement.query.cases;

import org.openengagement.ledger.events.intake.Reference;
import org.openengagement.query.api.RequestException;

/** Reads public references as people write them. */
public final class References {

    private References() {}

    /**
     * The reference in its exact form: upper case, without blanks and hyphens; what looks like a 0 or a 1 is one.
     *
     * @throws RequestException with the code INVALID, if the ledger gives out no such reference; a wrong check character
     *     is told from what is not written like a reference at all
     */
    public static String exact(String written) {
        return Reference.read(written).orElseThrow(() -> RequestException.invalid(Reference.whatIsWrongWith(written)));
    }
}
