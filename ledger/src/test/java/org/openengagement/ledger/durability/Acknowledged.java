package org.openengagement.ledger.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openengagement.ledger.disclosure.Disclosures;
import org.openengagement.ledger.store.LedgerStore;
import org.openengagement.ledger.store.Recorded;
import org.openengagement.ledger.store.StoredEntry;

/** What a ledger said is recorded, by position; it has to stand there, whatever happened since. */
final class Acknowledged {

    private static final String END = ".";

    private final Map<Long, Place> places = new ConcurrentHashMap<>();
    private final List<UUID> seen = new ArrayList<>();

    /** One entry's place, as it was answered. */
    private record Place(UUID id, String stream, Instant recordedAt) {}

    void add(Recorded recorded, String stream, List<UUID> ids) {
        for (int index = 0; index < ids.size(); index++) {
            places.put(recorded.first() + index, new Place(ids.get(index), stream, recorded.recordedAt()));
        }
    }

    int size() {
        return places.size();
    }

    /** How another process tells; a line that a kill cut off lacks its end. */
    static String line(Recorded recorded, String stream, List<UUID> ids) {
        return "%d %s %s %s %s"
                .formatted(
                        recorded.first(),
                        recorded.recordedAt(),
                        stream,
                        ids.stream().map(UUID::toString).collect(Collectors.joining(",")),
                        END);
    }

    void addLine(String line) {
        String[] words = line.split(" ", -1);
        if (words[words.length - 1].equals(END)) {
            List<UUID> ids =
                    Stream.of(words[3].split(",")).map(UUID::fromString).toList();
            add(new Recorded(Long.parseLong(words[0]), ids.size(), Instant.parse(words[1])), words[2], ids);
        }
    }

    /** No gap, none twice, no instant before another, each acknowledged one where it was answered, and none moved since. */
    void mustStandIn(LedgerStore store, Disclosures disclosures, String round) {
        List<StoredEntry> entries = all(store);
        Set<UUID> ids = new HashSet<>();
        Map<String, Long> lengths = new HashMap<>();
        Instant last = Instant.EPOCH;
        for (int position = 0; position < entries.size(); position++) {
            StoredEntry entry = entries.get(position);
            assertThat(entry.position()).as(round).isEqualTo(position);
            assertThat(ids.add(entry.id()))
                    .as("%s: %s stands once", round, entry.id())
                    .isTrue();
            assertThat(entry.recordedAt()).as(round).isAfterOrEqualTo(last);
            assertThat(entry.sequence()).as(round).isEqualTo(lengths.merge(entry.stream(), 1L, Long::sum) - 1);
            last = entry.recordedAt();
        }
        places.forEach((position, place) -> {
            assertThat(position).as("%s: the end", round).isLessThan(entries.size());
            StoredEntry entry = entries.get(position.intValue());
            assertThat(new Place(entry.id(), entry.stream(), entry.recordedAt()))
                    .as("%s: position %d", round, position)
                    .isEqualTo(place);
        });
        List<UUID> now = entries.stream().map(StoredEntry::id).toList();
        assertThat(now).as("%s: what was read before", round).hasSizeGreaterThanOrEqualTo(seen.size());
        assertThat(now.subList(0, seen.size()))
                .as("%s: what was read before", round)
                .isEqualTo(seen);
        seen.clear();
        seen.addAll(now);
        lengths.forEach((stream, length) -> {
            if (length > 1 || stream.hashCode() % 16 == 0) {
                assertThat(store.readStream(stream, 0)).as(round).hasSize(length.intValue());
            }
        });
        Collection<UUID> disclosed = places.values().stream().map(Place::id).toList();
        assertThat(disclosures.of(disclosed).keySet()).as(round).containsAll(disclosed);
    }

    private static List<StoredEntry> all(LedgerStore store) {
        List<StoredEntry> all = new ArrayList<>();
        List<StoredEntry> page;
        do {
            page = store.read(all.size(), 1_000);
            all.addAll(page);
        } while (!page.isEmpty());
        return all;
    }
}
