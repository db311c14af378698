package org.openengagement.ledger.events.followup;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.EventName;

/**
 * The stage of the case moved.
 *
 * @param from the stage before; {@code null} the first time
 * @param to the stage now
 * @param cause the id of the event that moved it
 */
@EventName("StatusChanged")
public record StatusChanged(@Nullable Stage from, Stage to, UUID cause) implements FollowUpEvent {}
