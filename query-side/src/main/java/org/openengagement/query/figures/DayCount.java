package org.openengagement.query.figures;

/**
 * How many referrals were answered after so many days.
 *
 * @param days whole calendar days from delivery to the first response
 * @param count how many were answered on that day
 * @param onLastLawfulDay how many of these were answered on the very day they were due
 */
public record DayCount(int days, int count, int onLastLawfulDay) {}
