package org.openengagement.query.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of things, in the manner of Relay.
 *
 * @param <T> the things
 * @param edges the things, each with its cursor
 * @param pageInfo where the page stands
 * @param totalCount how many there are on all pages together
 */
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo, long totalCount) {

    /** A thing on a page. */
    public record Edge<T>(String cursor, T node) {}

    /** Where a page stands among the others. */
    public record PageInfo(
            boolean hasNextPage,
            boolean hasPreviousPage,
            @Nullable String startCursor,
            @Nullable String endCursor) {}

    /**
     * Makes the page.
     *
     * @param found the things in their order, one more than the page holds where there are more: at the end, or at the
     *     front where the page is counted from the back
     * @param cursor the place of a thing
     */
    public static <T> Connection<T> of(
            List<T> found, PageRequest page, long totalCount, Function<? super T, Cursor> cursor) {
        boolean more = found.size() > page.size();
        List<T> shown = !more
                ? found
                : page.backward()
                        ? found.subList(found.size() - page.size(), found.size())
                        : found.subList(0, page.size());
        List<Edge<T>> edges = shown.stream()
                .map(thing -> new Edge<>(cursor.apply(thing).encoded(), thing))
                .toList();
        boolean next = page.backward() ? page.before() != null : more;
        boolean previous = page.backward() ? more : page.after() != null;
        return new Connection<>(
                edges,
                new PageInfo(
                        next,
                        previous,
                        edges.isEmpty() ? null : edges.getFirst().cursor(),
                        edges.isEmpty() ? null : edges.getLast().cursor()),
                totalCount);
    }

    /** The same page of other things. */
    public <R> Connection<R> map(Function<? super T, ? extends R> to) {
        return new Connection<>(
                edges.stream()
                        .map(edge -> new Edge<R>(edge.cursor(), to.apply(edge.node())))
                        .toList(),
                pageInfo,
                totalCount);
    }
}
