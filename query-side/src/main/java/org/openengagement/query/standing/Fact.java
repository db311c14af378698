package org.openengagement.query.standing;

import java.time.LocalDate;

/**
 * One thing learnt about a referral.
 *
 * @param kind what it is
 * @param day the day it happened, as claimed; for OBSERVED the last day watched
 * @param position where the ledger holds it
 */
public record Fact(FactKind kind, LocalDate day, long position) {}
