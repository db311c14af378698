package org.openengagement.ledger.events.register;

import java.time.LocalDate;
import java.util.List;
import org.openengagement.ledger.events.EventName;

/**
 * The holidays of a jurisdiction, as dates. A later version replaces an earlier one whole.
 *
 * @param code the calendar, such as {@code gb}
 * @param version counts from 1
 * @param dates every holiday, in order, without repeats
 */
@EventName("HolidayCalendarPublished")
public record HolidayCalendarPublished(String code, int version, List<LocalDate> dates) implements RegisterEvent {}
