package org.openengagement.embedded;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.openengagement.embedded.storage.files.FileLayer;

/**
 * How a store is opened.
 *
 * @param appendOnly names of collections (in any database) whose documents are never changed or removed
 * @param erasable names of collections (in any database) that stand in the second file, from which what was erased or
 *     overwritten vanishes for good within a day
 * @param rewriteWithin how soon after an erasure the second file is rewritten, at most 23 hours
 * @param clock the time that the server states, and by which erasures age
 * @param fileLayer what the files lie on
 */
public record EmbeddedStoreOptions(
        Set<String> appendOnly,
        Set<String> erasable,
        Duration rewriteWithin,
        InstantSource clock,
        FileLayer fileLayer) {

    private static final Duration LONGEST = Duration.ofHours(23);

    /** @throws IllegalArgumentException if a collection is both append-only and erasable, or a duration out of range */
    public EmbeddedStoreOptions {
        appendOnly = Set.copyOf(appendOnly);
        erasable = Set.copyOf(erasable);
        for (String name : appendOnly) {
            if (erasable.contains(name)) {
                throw new IllegalArgumentException("'%s' cannot be both append-only and erasable.".formatted(name));
            }
        }
        if (rewriteWithin.isNegative() || rewriteWithin.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("An erasure takes effect within 0 to 23 hours, not " + rewriteWithin);
        }
    }

    /** A store whose collections can all be changed, all in one file, by the system's clock. */
    public static EmbeddedStoreOptions standard() {
        return new EmbeddedStoreOptions(
                Set.of(), Set.of(), Duration.ofHours(12), Clock.systemUTC(), FileLayer.ofTheSystem());
    }

    /** With these collections append-only. */
    public EmbeddedStoreOptions withAppendOnly(String... names) {
        return new EmbeddedStoreOptions(Set.of(names), erasable, rewriteWithin, clock, fileLayer);
    }

    /** With these collections in the second file. */
    public EmbeddedStoreOptions withErasable(String... names) {
        return new EmbeddedStoreOptions(appendOnly, Set.of(names), rewriteWithin, clock, fileLayer);
    }

    /** With another time within which erasures take effect. */
    public EmbeddedStoreOptions withRewriteWithin(Duration duration) {
        return new EmbeddedStoreOptions(appendOnly, erasable, duration, clock, fileLayer);
    }

    /** On another file layer. */
    public EmbeddedStoreOptions withFileLayer(FileLayer layer) {
        return new EmbeddedStoreOptions(appendOnly, erasable, rewriteWithin, clock, layer);
    }
}
