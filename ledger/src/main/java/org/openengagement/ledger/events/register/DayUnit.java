package org.openengagement.ledger.events.register;

/** How the days of a term are counted. */
public enum DayUnit {
    CALENDAR,
    WORKING
}
