package org.openengagement.command.importing.lines;

import org.jspecify.annotations.Nullable;

/**
 * Where a case comes from.
 *
 * @param name the source
 * @param url the case there
 * @param licence the source's licence
 * @param publishesAtOnce whether the source publishes whatever is submitted to it, on the same day
 */
public record LineSource(
        String name, @Nullable String url, @Nullable String licence, boolean publishesAtOnce) {

    /** Where nothing says where a case comes from. */
    public static final LineSource UNNAMED = new LineSource("unnamed", null, null, false);
}
