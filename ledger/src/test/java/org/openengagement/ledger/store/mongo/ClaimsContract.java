package org.openengagement.ledger.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openengagement.ledger.store.AtOnce.atOnce;
import static org.openengagement.ledger.store.Units.oneEntry;
import static org.openengagement.ledger.store.Units.unit;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.store.ClaimTakenException;
import org.openengagement.ledger.store.Recorded;
import org.openengagement.ledger.store.RecordedRequest;
import org.openengagement.ledger.store.Request;

/** What holds of all that must be unique in a ledger: places in streams, claims and requests. */
abstract class ClaimsContract extends LedgerStoreContract {

    @Test
    void a_place_in_a_stream_is_taken_once() {
        store.append(oneEntry("proposal/a", 0));

        assertThatExceptionOfType(ClaimTakenException.class)
                .isThrownBy(() -> store.append(oneEntry("proposal/a", 0)))
                .satisfies(taken -> assertThat(taken.claim()).isEqualTo("proposal/a#0"));
        assertThat(store.size()).isEqualTo(1);
    }

    @Test
    void of_units_that_claim_the_same_within_one_batch_one_wins() {
        int rivals = 12;

        List<String> told = atOnce(rivals, rival -> {
                    try {
                        store.append(unit().entry("proposal/" + rival, 0)
                                .claiming("reference#7H2K9QX4TM")
                                .get());
                        return "won";
                    } catch (ClaimTakenException taken) {
                        return taken.claim();
                    }
                })
                .toList();

        assertThat(told).filteredOn("won"::equals).hasSize(1);
        assertThat(told).filteredOn("reference#7H2K9QX4TM"::equals).hasSize(rivals - 1);
        assertThat(store.size()).isEqualTo(1);
        assertThat(store.taken(List.of("reference#7H2K9QX4TM"))).containsExactly(Map.entry("reference#7H2K9QX4TM", 0L));
    }

    @Test
    void two_entries_of_a_unit_cannot_stand_at_the_same_place() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> store.append(
                        unit().entry("proposal/a", 0).entry("proposal/a", 0).get()))
                .withMessageContaining("proposal/a#0");
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> store.append(unit().get()));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> store.append(oneEntry("proposal/a#1", 0)));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> store.append(oneEntry("proposal/a", -1)));
        assertThat(store.size()).isZero();
    }

    @Test
    void a_request_is_found_with_what_it_led_to() {
        store.append(oneEntry("proposal/other", 0));
        Recorded recorded = store.append(unit().entry("proposal/a", 0)
                .entry("proposal/a", 1)
                .requestedBy("key", "body")
                .get());

        assertThat(store.request("key")).contains(new RecordedRequest(new Request("key", "body"), recorded));
        assertThatExceptionOfType(ClaimTakenException.class)
                .isThrownBy(() -> store.append(unit().entry("proposal/b", 0)
                        .requestedBy("key", "other body")
                        .get()))
                .satisfies(taken -> assertThat(taken.claim()).isEqualTo("key"));
        assertThat(store.request("another key")).isEmpty();
    }

    @Test
    void each_claim_leads_to_the_unit_that_took_it() {
        List<Recorded> recorded = atOnce(
                        8,
                        number -> store.append(unit().entry("proposal/" + number, 0)
                                .entry("proposal/" + number, 1)
                                .entry("proposal/" + number, 2)
                                .claiming("import#" + number, "reference#" + number)
                                .get()))
                .toList();

        for (int number = 0; number < recorded.size(); number++) {
            long first = recorded.get(number).first();
            assertThat(store.taken(List.of("import#" + number, "reference#" + number, "proposal/" + number + "#2")))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "import#" + number,
                            first,
                            "reference#" + number,
                            first,
                            "proposal/" + number + "#2",
                            first + 2));
        }
    }
}
