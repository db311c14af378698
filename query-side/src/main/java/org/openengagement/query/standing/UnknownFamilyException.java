package org.openengagement.query.standing;

import org.openengagement.ledger.entry.RecordedEvent;

/** An event is of a family that a fold of cases has never heard of: the fold must learn what it says. */
public final class UnknownFamilyException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public UnknownFamilyException(RecordedEvent recorded) {
        super("No fold of cases knows the family of %s at position %d of stream %s."
                .formatted(
                        recorded.event().getClass().getSimpleName(),
                        recorded.position(),
                        recorded.envelope().stream()));
    }
}
