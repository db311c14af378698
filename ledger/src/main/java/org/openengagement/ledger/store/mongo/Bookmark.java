package org.openengagement.ledger.store.mongo;

import org.jspecify.annotations.Nullable;

/**
 * How far somebody who follows the ledger has come with one part of the work.
 *
 * @param position the last position that was handled; {@code null}: none yet
 * @param replayedUpTo where a replay that is under way began, so that what was handled before is known; {@code null}: none
 *     is under way
 */
public record Bookmark(@Nullable Long position, @Nullable Long replayedUpTo) {}
