package org.openengagement.ledger.events.followup;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The stage of the case moved.
 *
 * @param from the stage before; {@code null} the first time
 * @param to the stage now
 * @param cause the id of the event that moved it
 */
public record StatusChanged(@Nullable Stage from, Stage to, UUID cause) implements FollowUpEvent {}
