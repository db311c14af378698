package org.openengagement.command.cases;

import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.Audience;
import org.openengagement.ledger.events.Sealed;

/** Seals what is said in a case: for everyone, or where the case is confidential, for its parties only. */
public final class Wording {

    private final Audience audience;

    private Wording(boolean confidential) {
        this.audience = confidential ? Audience.PARTIES : Audience.PUBLIC;
    }

    /** What is said in a case that is being submitted. */
    public static Wording of(boolean confidential) {
        return new Wording(confidential);
    }

    /** What is said in a case that there is. */
    public static Wording in(CaseState state) {
        return new Wording(state.confidential());
    }

    public Sealed<String> seal(String text) {
        return Sealed.of(text, audience);
    }

    public @Nullable Sealed<String> sealIfSaid(@Nullable String text) {
        return text == null ? null : seal(text);
    }
}
