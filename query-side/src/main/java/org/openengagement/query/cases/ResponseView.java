package org.openengagement.query.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.Sealed;
import org.openengagement.ledger.events.response.ResponseKind;

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
        long position) {}
