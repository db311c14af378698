package org.openengagement.query.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.Sealed;
import org.openengagement.ledger.events.response.ResponseCorrected;
import org.openengagement.ledger.events.response.ResponseKind;
import org.openengagement.ledger.events.response.ResponsePublished;

/**
 * One answer.
 *
 * @param number {@code a1}, {@code a2} ... in its case
 * @param kind what it answers
 * @param respondedOn the day it was given
 * @param recordedAt when the ledger learnt it
 * @param text the answer, opened for every audience
 * @param supersedes the number of the answer that it corrects
 * @param position the position of its event
 */
public record ResponseView(
        String number,
        ResponseKind kind,
        LocalDate respondedOn,
        Instant recordedAt,
        @Nullable Sealed<String> text,
        @Nullable String supersedes,
        long position) {

    static ResponseView of(ResponsePublished response, RecordedEvent recorded) {
        return of(response.response(), response.kind(), response.text(), null, recorded);
    }

    static ResponseView of(ResponseCorrected correction, RecordedEvent recorded) {
        return of(correction.response(), correction.kind(), correction.text(), correction.supersedes(), recorded);
    }

    private static ResponseView of(
            String number,
            ResponseKind kind,
            @Nullable Sealed<String> text,
            @Nullable String supersedes,
            RecordedEvent recorded) {
        return new ResponseView(
                number,
                kind,
                recorded.envelope().effectiveOn(),
                recorded.recordedAt(),
                text,
                supersedes,
                recorded.position());
    }
}
