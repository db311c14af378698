package org.openengagement.ledger.store.lease;

import java.util.UUID;

/**
 * The writer's lease as it stands in the database.
 *
 * @param holder whose it is, or was
 * @param name the holder, for people
 * @param beat grows while the holder lives
 * @param released whether the holder has let go of it
 */
public record Lease(UUID holder, String name, long beat, boolean released) {}
