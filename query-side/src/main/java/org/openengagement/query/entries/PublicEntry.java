package org.openengagement.query.entries;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.entry.EntryData;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.Audience;
import org.openengagement.ledger.events.Streams;
import org.openengagement.query.api.GlobalId;
import org.openengagement.query.cases.CaseView;

/** An entry as everyone may see it. Two of one position are equal: the ledger never changes. */
public final class PublicEntry {

    /** Its type in global ids. */
    public static final String TYPE = "Entry";

    private final RecordedEvent recorded;

    PublicEntry(RecordedEvent recorded) {
        this.recorded = recorded;
    }

    public String id() {
        return new GlobalId(TYPE, Long.toString(position())).encoded();
    }

    public Long position() {
        return recorded.position();
    }

    public String type() {
        return recorded.type();
    }

    public String stream() {
        return recorded.envelope().stream();
    }

    public long sequence() {
        return recorded.envelope().sequence();
    }

    public LocalDate effectiveOn() {
        return recorded.envelope().effectiveOn();
    }

    public Instant recordedAt() {
        return recorded.recordedAt();
    }

    public String leafHash() {
        return recorded.leafHash().toString();
    }

    /** Whether it belongs to a case. */
    boolean isOfACase() {
        return Streams.isProposal(stream());
    }

    /**
     * What the entry says, with those sealed fields opened that are for everyone now.
     *
     * @param view the case that it belongs to, as it stands now; {@code null} where it belongs to none
     */
    Map<String, Object> data(@Nullable CaseView view) {
        boolean isPublic = view != null && view.isPublic();
        return EntryData.shown(recorded, (path, audience) -> isPublic && audience == Audience.PUBLIC);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicEntry that && recorded.position() == that.recorded.position();
    }

    @Override
    public int hashCode() {
        return Long.hashCode(recorded.position());
    }
}
