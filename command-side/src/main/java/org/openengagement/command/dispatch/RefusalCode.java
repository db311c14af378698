package org.openengagement.command.dispatch;

/** Why a command was refused, in one word that a program can act on. */
public enum RefusalCode {
    /** The input itself is wrong. */
    INVALID,
    /** Something that the input names does not exist. */
    NOT_FOUND,
    /** Somebody else was first. */
    CONFLICT,
    /** A rule of the ledger forbids it. */
    RULE,
    /** The idempotency key was used before, with another input. */
    IDEMPOTENCY_MISMATCH,
    /** The caller's role does not allow it. */
    FORBIDDEN
}
