package org.openengagement.command.clock;

import java.time.LocalDate;
import org.openengagement.ledger.events.referral.ComputedDeadline;

/**
 * A due day and how it came about.
 *
 * @param dueOn the last day on which an answer is on time
 * @param computed every day that matters
 */
public record Deadline(LocalDate dueOn, ComputedDeadline computed) {}
