package org.openengagement.ledger.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openengagement.ledger.store.AtOnce.atOnce;
import static org.openengagement.ledger.store.Units.entries;
import static org.openengagement.ledger.store.Units.oneEntry;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.store.ClaimTakenException;
import org.openengagement.ledger.store.StoredEntry;

/** What holds where several processes write to one ledger. */
abstract class RacingContract extends LedgerStoreContract {

    @Test
    void of_writers_that_race_for_the_same_places_each_place_has_one_winner() {
        int writers = 3;
        int places = 30;

        List<Map<Integer, String>> outcomes = atOnce(writers, writer -> {
                    MongoLedgerStore own = openedStore(Clock.systemUTC());
                    Map<Integer, String> said = new ConcurrentHashMap<>();
                    for (int place = 0; place < places; place++) {
                        try {
                            own.append(oneEntry("proposal/" + place, 0));
                            said.put(place, "won");
                        } catch (ClaimTakenException taken) {
                            said.put(place, taken.claim());
                        }
                    }
                    return said;
                })
                .toList();

        for (int place = 0; place < places; place++) {
            int raced = place;
            assertThat(outcomes.stream().map(said -> said.get(raced)))
                    .as("what each writer was told of place %d", raced)
                    .containsExactlyInAnyOrder("won", "proposal/" + raced + "#0", "proposal/" + raced + "#0");
        }
        assertThat(store.size()).isEqualTo(places);
        assertThat(store.read(0, 100)).extracting(StoredEntry::stream).doesNotHaveDuplicates();
    }

    @Test
    void writers_of_several_processes_take_turns_without_a_gap() {
        List<Long> firsts = atOnce(4, writer -> {
                    MongoLedgerStore own = openedStore(Clock.systemUTC());
                    return IntStream.range(0, 25)
                            .mapToObj(number -> own.append(entries("proposal/" + writer + "-" + number, 0, 2))
                                    .first())
                            .toList();
                })
                .flatMap(List::stream)
                .toList();

        assertThat(firsts).doesNotHaveDuplicates().hasSize(100);
        assertThat(store.read(0, 1_000)).extracting(StoredEntry::position).containsExactlyElementsOf(numbers(0, 200));
        assertThat(store.read(0, 1_000)).extracting(StoredEntry::recordedAt).isSorted();
    }
}
