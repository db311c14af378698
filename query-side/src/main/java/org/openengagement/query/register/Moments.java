package org.openengagement.query.register;

import graphql.GraphQLContext;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.query.api.AsOf;
import org.openengagement.query.api.Moment;
import org.openengagement.query.api.PageRequest;
import org.openengagement.query.api.RequestException;
import org.openengagement.query.following.ReachedPosition;

/** Finds the position and the day that an answer is for. */
public final class Moments {

    private final OpenedLedger ledger;
    private final Register register;
    private final ReachedPosition reached;
    private final InstantSource clock;

    public Moments(OpenedLedger ledger, Register register, ReachedPosition reached, InstantSource clock) {
        this.ledger = ledger;
        this.register = register;
        this.reached = reached;
        this.clock = clock;
    }

    /**
     * Now, for one page among others: never earlier than the pages that its cursors are from.
     *
     * @throws RequestException with the code BEHIND, if this node does not get there in time
     */
    public Moment now(PageRequest page, GraphQLContext context) {
        reached.require(page.position(), context);
        return now();
    }

    /**
     * Now: what this node has reached, today.
     *
     * @throws RequestException with the code UNAVAILABLE, if it has reached nothing yet
     */
    public Moment now() {
        long position = reached.position();
        if (position < 0) {
            throw RequestException.unavailable("This node has not read the ledger's first entry yet.");
        }
        return new Moment(position, dayOf(clock.instant()), true);
    }

    /**
     * The point that somebody asks about. Without a day, the day is that of the instant or of the position's recording; for
     * now it is today.
     *
     * @throws RequestException if it lies ahead of the ledger or of this node, or before the ledger's first entry
     */
    public Moment of(@Nullable AsOf asOf, @Nullable LocalDate day, GraphQLContext context) {
        if (day != null && day.isAfter(dayOf(clock.instant()))) {
            throw RequestException.invalid("day is %s, which has not come yet.".formatted(day));
        }
        Moment moment = asOf == null ? now() : at(asOf, day);
        reached.require(moment.position(), context);
        return day == null ? moment : new Moment(moment.position(), day, moment.provisional());
    }

    private Moment at(AsOf asOf, @Nullable LocalDate day) {
        if (asOf.instant() != null) {
            return at(asOf.instant());
        }
        if (asOf.position() != null) {
            return at(asOf.position(), day);
        }
        throw RequestException.invalid("asOf names a position or an instant.");
    }

    /** An instant's position is the last one recorded at or before it; instants of recording are whole milliseconds. */
    private Moment at(Instant instant) {
        Instant now = clock.instant();
        if (instant.isAfter(now)) {
            throw RequestException.invalid("asOf names an instant that has not come yet.");
        }
        long position = ledger.firstPositionAt(Instant.ofEpochMilli(instant.toEpochMilli() + 1)) - 1;
        if (position < 0) {
            throw RequestException.invalid("asOf names %s; the ledger begins at %s.".formatted(instant, recordedAt(0)));
        }
        boolean provisional = !instant.isBefore(recordedAt(ledger.size() - 1));
        return new Moment(position, dayOf(instant), provisional);
    }

    /** A position that this node has reached, with a day, needs nothing of the ledger: it is answered also while that is away. */
    private Moment at(long position, @Nullable LocalDate day) {
        long size = position <= reached.position() ? reached.position() + 1 : ledger.size();
        if (position >= size) {
            throw RequestException.invalid(
                    "asOf names position %d; the ledger holds %d entries, the last at position %d."
                            .formatted(position, size, size - 1));
        }
        return new Moment(position, day == null ? dayOf(recordedAt(position)) : day, false);
    }

    private Instant recordedAt(long position) {
        List<RecordedEvent> events = position < 0 ? List.of() : ledger.read(position, 1);
        return events.isEmpty() ? Instant.EPOCH : events.getFirst().recordedAt();
    }

    /** The day of an instant in the ledger's zone. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, register.zone());
    }
}
