package org.openengagement.ledger.store.appending;

import static org.openengagement.ledger.store.Units.unit;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openengagement.ledger.store.Unit;

/**
 * What several writers are asked to record.
 *
 * @param name what is special about it
 * @param writers for each writer, in order, the units that come to it together
 */
public record History(String name, List<List<List<Supplier<Unit>>>> writers) {

    /** Short ones, in which writers meet in every way that we know of. */
    public static final List<History> SHORT = List.of(
            new History(
                    "each in its own streams",
                    List.of(
                            List.of(together(entry("a", 0)), together(entry("a", 1))),
                            List.of(together(entry("b", 0)), together(entry("b", 1))))),
            new History(
                    "the same place, raced for",
                    List.of(
                            List.of(together(entry("a", 0)), together(entry("a", 1))),
                            List.of(together(entry("a", 0)), together(entry("b", 0))))),
            new History(
                    "three units each, of which the middle ones collide",
                    List.of(
                            List.of(together(entry("a", 0)), together(entry("c", 0)), together(entry("a", 1))),
                            List.of(together(entry("b", 0)), together(entry("c", 0)), together(entry("b", 1))))),
            new History(
                    "a batch of which one unit, and then another, is refused",
                    List.of(
                            List.of(together(entry("a", 0), entry("b", 0), entry("c", 0))),
                            List.of(together(entry("b", 0)), together(entry("c", 0), entry("d", 0))))),
            new History(
                    "units of several entries, and a claim that both want",
                    List.of(
                            List.of(together(entries("a", "import#1", "reference#A")), together(entry("c", 0))),
                            List.of(together(entries("b", "import#1", "reference#B"), entry("d", 0))))),
            new History(
                    "rivals within one batch",
                    List.of(
                            List.of(together(
                                    claiming("a", "reference#A"), claiming("b", "reference#A"), entry("c", 0))),
                            List.of(together(claiming("d", "reference#A"))))),
            new History(
                    "one request, sent to both and repeated",
                    List.of(
                            List.of(together(requested("a", "key")), together(requested("a", "key"))),
                            List.of(together(requested("a", "key")), together(entry("b", 0))))),
            new History(
                    "requests whose units are new each time, side by side",
                    List.of(
                            List.of(together(requested("a", "key"), requested("b", "another key"))),
                            List.of(together(requested("c", "key")), together(requested("d", "another key"))))));

    /** The same, and one in which the holder beats for longer than a standby is patient. */
    static final List<History> UNDER_A_LEASE = Stream.concat(
                    SHORT.stream(),
                    Stream.of(new History(
                            "one writes on and on while the other stands by",
                            List.of(
                                    IntStream.range(0, 5)
                                            .mapToObj(sequence -> together(entry("a", sequence)))
                                            .toList(),
                                    List.of(together(entry("b", 0)))))))
            .toList();

    @Override
    public String toString() {
        return name;
    }

    private static List<Supplier<Unit>> together(Supplier<?>... units) {
        return List.of(units).stream()
                .map(each -> (Supplier<Unit>) () -> (Unit) each.get())
                .toList();
    }

    private static Supplier<Unit> entry(String stream, long sequence) {
        return () -> unit().entry(stream, sequence).get();
    }

    private static Supplier<Unit> entries(String stream, String... claims) {
        return () -> unit().entry(stream, 0).entry(stream, 1).claiming(claims).get();
    }

    private static Supplier<Unit> claiming(String stream, String... claims) {
        return () -> unit().entry(stream, 0).claiming(claims).get();
    }

    private static Supplier<Unit> requested(String stream, String key) {
        return () -> unit().entry(stream, 0)
                .entry(stream, 1)
                .requestedBy(key, "body")
                .get();
    }
}
