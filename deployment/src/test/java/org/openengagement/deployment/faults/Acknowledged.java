package org.openengagement.deployment.faults;

/**
 * A mutation and the answer that its client holds in its hands.
 *
 * @param at when the answer came, in nanoseconds of this process's clock
 */
record Acknowledged(Mutation mutation, Answer answer, long at) {}
