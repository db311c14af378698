package org.openengagement.ledger.axon;

/**
 * The keys of the metadata that a command message carries and its events inherit. The values are objects, since commands
 * never leave the process; what becomes part of an entry is said at each.
 */
public final class UnitMetaData {

    /** An {@code Actor}, required: who acts. Part of the entry. */
    public static final String ACTOR = "actor";

    /** A {@code LocalDate}, required: the day it happened, in the ledger's zone. Part of the entry. */
    public static final String EFFECTIVE_ON = "effectiveOn";

    /** A {@code UUID}, optional: the event that led to it. Part of the entry. */
    public static final String CAUSED_BY = "causedBy";

    /** A {@code Set<String>}, optional: what the command makes unique in the ledger, such as import identities. */
    public static final String CLAIMS = "claims";

    /** A {@code Request}, optional: what makes the command idempotent. */
    public static final String REQUEST = "request";

    /** A {@link Receipt}, optional: completed by the engine. */
    public static final String RECEIPT = "receipt";

    /** On events that are read: the {@code RecordedEvent} as the ledger holds it. */
    public static final String RECORDED = "recorded";

    private UnitMetaData() {}
}
