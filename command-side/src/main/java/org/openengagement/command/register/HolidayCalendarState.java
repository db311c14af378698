package org.openengagement.command.register;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.streams.StreamState;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.register.HolidayCalendarPublished;

/**
 * What the rules need to know of a holiday calendar.
 *
 * @param newest its newest version; {@code null} before the first
 */
public record HolidayCalendarState(@Nullable HolidayCalendarPublished newest)
        implements StreamState<HolidayCalendarState> {

    public static final HolidayCalendarState NONE = new HolidayCalendarState(null);

    @Override
    public HolidayCalendarState evolve(LedgerEvent event) {
        return switch (event) {
            case HolidayCalendarPublished version -> new HolidayCalendarState(version);
            default -> throw StreamState.foreign(event, "a holiday calendar");
        };
    }

    public Optional<HolidayCalendarPublished> published() {
        return Optional.ofNullable(newest);
    }

    /** The newest version's number; 0 before the first. */
    public int version() {
        return newest == null ? 0 : newest.version();
    }
}
