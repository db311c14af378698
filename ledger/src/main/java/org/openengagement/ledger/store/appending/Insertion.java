package org.openengagement.ledger.store.appending;

/** How one attempt to write a commit went. */
public sealed interface Insertion {

    /** A majority holds it. */
    record Done() implements Insertion {}

    /** Not written: its position or one of its claims is taken, perhaps by an earlier attempt of this very commit. */
    record Duplicate() implements Insertion {}

    /** Not written, and trying again will not help. */
    record Refused(RuntimeException cause) implements Insertion {}

    /** It may be written or not, or be written later: the answer is lost, or the write is not on a majority yet. */
    record Unknown(RuntimeException cause) implements Insertion {}
}
