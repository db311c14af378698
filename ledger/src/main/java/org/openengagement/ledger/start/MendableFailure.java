package org.openengagement.ledger.start;

/** A failure that a person can mend. Its message was written for them: what is wrong, where, and what to do. */
public interface MendableFailure {}
