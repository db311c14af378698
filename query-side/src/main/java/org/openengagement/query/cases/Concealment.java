package org.openengagement.query.cases;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.Audience;
import org.openengagement.ledger.events.Sealed;

/**
 * One field that is not shown.
 *
 * @param field its path in its event
 * @param event the position of the event that it belongs to
 * @param kind in what way it is not shown
 * @param since since when
 * @param ground on what ground; {@code null} where it follows from the case itself
 * @param legalBasis by what law; {@code null} where none is named
 */
public record Concealment(
        String field,
        long event,
        Kind kind,
        Instant since,
        @Nullable String ground,
        @Nullable String legalBasis) {

    /** In what way a field is not shown. */
    public enum Kind {
        /** It is not public. */
        WITHHELD,
        /** It was hidden, and may be restored. */
        HIDDEN,
        /** It is gone. */
        ERASED
    }

    /** What is shown of a sealed field to everyone: its value only if it is for everyone, and its case is public. */
    static @Nullable String shown(@Nullable Sealed<String> sealed, boolean caseIsPublic) {
        return caseIsPublic && sealed instanceof Sealed.Present<String> present && present.audience() == Audience.PUBLIC
                ? present.value()
                : null;
    }

    /** Why a sealed field is not shown to everyone; empty where it is, or where the event never had it. */
    static Optional<Concealment> of(
            String field, @Nullable Sealed<String> sealed, boolean caseIsPublic, long event, Instant recordedAt) {
        if (sealed == null || shown(sealed, caseIsPublic) != null) {
            return Optional.empty();
        }
        Kind kind = sealed instanceof Sealed.Erased<String> ? Kind.ERASED : Kind.WITHHELD;
        return Optional.of(new Concealment(field, event, kind, recordedAt, null, null));
    }
}
