package org.openengagement.query.api;

import java.time.LocalDate;

/**
 * The point that an answer is for.
 *
 * @param position the last position of the ledger that it uses; -1: none
 * @param day the day it is for, in the ledger's zone
 * @param provisional whether entries may still be recorded that belong to it
 */
public record Moment(long position, LocalDate day, boolean provisional) {}
