package org.openengagement.ledger.disclosure;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.openengagement.ledger.entry.Disclosure;

/**
 * The collection of disclosures as a replica set keeps it, in memory: what the primary holds, in the order it was written, and
 * how much of that a majority holds. Its index sees what the primary holds; reads see what a majority holds.
 */
public final class DisclosuresInMemory implements KeptDisclosures {

    private final List<Disclosure> written = new ArrayList<>();
    private int onAMajority;

    @Override
    public Addition add(List<Disclosure> disclosures) {
        Set<UUID> thereBefore = writeOnThePrimary(disclosures);
        reachAMajority();
        return new Addition.Done(thereBefore);
    }

    /** Writes what no majority holds yet, and tells which events had a disclosure before. */
    Set<UUID> writeOnThePrimary(List<Disclosure> disclosures) {
        Set<UUID> thereBefore = new HashSet<>();
        for (Disclosure disclosure : disclosures) {
            if (written.stream().anyMatch(other -> other.event().equals(disclosure.event()))) {
                thereBefore.add(disclosure.event());
            } else {
                written.add(disclosure);
            }
        }
        return thereBefore;
    }

    /** Writes it, and tells nothing else than what is there before. */
    Addition thereOnThePrimary(List<Disclosure> disclosures) {
        return new Addition.Done(writeOnThePrimary(disclosures));
    }

    /** A majority holds all that the primary holds. */
    void reachAMajority() {
        onAMajority = written.size();
    }

    /** The primary is another now, which holds no more than a majority does. */
    void rollBack() {
        written.subList(onAMajority, written.size()).clear();
    }

    /** How many a majority holds. */
    int size() {
        return onAMajority;
    }

    @Override
    public Map<UUID, Disclosure> of(Collection<UUID> events) {
        return whenItHeld(onAMajority).of(events);
    }

    /** What a majority held when it held only so many. */
    DisclosureReader whenItHeld(int disclosures) {
        return events -> written.subList(0, disclosures).stream()
                .filter(disclosure -> events.contains(disclosure.event()))
                .collect(toMap(Disclosure::event, identity()));
    }
}
