package org.openengagement.ledger.store.appending;

import static org.openengagement.ledger.store.Units.unit;

import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.openengagement.ledger.store.Unit;
import org.openengagement.ledger.store.Units;

/** Long histories of several writers who want much of the same. */
final class RandomHistories {

    private static final int WRITERS = 3;
    private static final int TURNS = 25;
    private static final int STREAMS = 40;

    private final Random random;

    RandomHistories(Random random) {
        this.random = random;
    }

    History next() {
        return new History(
                "drawn by lot",
                IntStream.range(0, WRITERS)
                        .mapToObj(writer -> IntStream.range(0, TURNS)
                                .mapToObj(turn -> IntStream.rangeClosed(0, random.nextInt(3))
                                        .mapToObj(number -> unitOfSomeone())
                                        .toList())
                                .toList())
                        .toList());
    }

    private Supplier<Unit> unitOfSomeone() {
        String stream = "proposal/" + random.nextInt(STREAMS);
        int from = random.nextInt(3);
        int count = 1 + random.nextInt(3);
        String claim = "import#" + random.nextInt(STREAMS);
        String request = "request#" + random.nextInt(STREAMS);
        int kind = random.nextInt(4);
        return () -> {
            Units unit = unit();
            IntStream.range(from, from + count).forEach(sequence -> unit.entry(stream, sequence));
            if (kind == 0) {
                unit.claiming(claim);
            }
            return kind == 1 ? unit.requestedBy(request, "body").get() : unit.get();
        };
    }
}
