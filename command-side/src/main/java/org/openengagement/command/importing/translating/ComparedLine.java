package org.openengagement.command.importing.translating;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.ledger.events.LedgerEvent;
import tools.jackson.databind.node.ObjectNode;

/** A line of a row beside the case that the ledger holds. A verb asks it what is there, and tells it what is new. */
public interface ComparedLine {

    ImportLine line();

    /** What happened to the case as a whole. */
    CaseState.Facts facts();

    /** The referral that the line is about; empty where the case has none, or where this row has just moved it on. */
    Optional<ReferralState> referral();

    /** Whether the referral is with an institution, or came from it. */
    boolean wasAsked(String institution);

    /** Whether the referral was forwarded to an institution, which need not have been asked since. */
    boolean wasForwarded(String institution);

    /** Whether there was an interim reply to the referral, or to one that it came from. */
    boolean isReplied();

    /** Whether the referral was answered. */
    boolean isAnswered();

    /** Whether the referral was answered in these words, or may have been: what was erased is not brought back. */
    boolean isAnsweredWith(@Nullable String text);

    /** Whether the referral was answered in words that its source may show as these. */
    boolean isAnsweredLike(String text);

    /** Whether the row tells of such an event. */
    boolean rowTells(Class<? extends LedgerEvent> event);

    /** The last day that the row tells of. */
    LocalDate lastDayOfRow();

    /** The line is new. */
    void isNew();

    /** The line is new, unless the ledger holds what it tells. */
    default void isNewUnless(boolean held) {
        if (!held) {
            isNew();
        }
    }

    /** Another line about the same referral is new. */
    void adds(Class<? extends LedgerEvent> event, LocalDate day, Consumer<ObjectNode> data);

    /** The referral goes on as a new one, under the same id of the source. */
    void goesOn(Consumer<ObjectNode> data);
}
