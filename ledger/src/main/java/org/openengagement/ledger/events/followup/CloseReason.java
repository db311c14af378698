package org.openengagement.ledger.events.followup;

/** Why a case was closed. Closed never means solved. */
public enum CloseReason {
    COMPLETED,
    NO_FURTHER_ACTION,
    MOVED,
    SOURCE_CLOSED,
    OTHER
}
