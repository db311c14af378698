package org.openengagement.query.figures;

/**
 * Cumulative incidence (Aalen-Johansen) at the last day on which any referral of the group ended: of each 1 delivered, how
 * much is estimated to have ended in each way by then, while the others compete. What is left of 1 is still open.
 *
 * @param answered from 0 to 1
 * @param declined from 0 to 1
 * @param forwarded from 0 to 1
 * @param withdrawn from 0 to 1
 */
public record Incidence(double answered, double declined, double forwarded, double withdrawn) {}
