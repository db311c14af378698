package org.openengagement.ledger.store.appending;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openengagement.ledger.entry.EntryBytes;
import org.openengagement.ledger.store.ClaimTakenException;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.PendingEntry;
import org.openengagement.ledger.store.Recorded;
import org.openengagement.ledger.store.StoredEntry;
import org.openengagement.ledger.store.Unit;
import org.openengagement.ledger.store.appending.Commit.CommittedRequest;
import org.openengagement.transparency.Hash;

/** Units that are recorded by one write. None claims what another does. */
final class Batch {

    private final List<WaitingUnit> units;

    Batch(List<WaitingUnit> units) {
        this.units = List.copyOf(units);
    }

    boolean isEmpty() {
        return units.isEmpty();
    }

    /** How many units it has. */
    int size() {
        return units.size();
    }

    /** Its units, each as a batch of its own. */
    List<Batch> oneByOne() {
        return units.stream().map(unit -> new Batch(List.of(unit))).toList();
    }

    boolean hasOneUnit() {
        return units.size() == 1;
    }

    /** The write that would record it behind a head. */
    Commit after(Head head, Instant recordedAt, UUID batch) {
        List<String> claims = new ArrayList<>();
        List<StoredEntry> entries = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        List<CommittedRequest> requests = new ArrayList<>();
        for (WaitingUnit waiting : units) {
            long first = head.next() + entries.size();
            Unit unit = waiting.unit();
            claims.addAll(waiting.claims());
            counts.add(waiting.count());
            for (PendingEntry entry : unit.entries()) {
                entries.add(entry(head.next() + entries.size(), first + waiting.count() - 1, recordedAt, entry));
            }
            if (unit.request() != null) {
                requests.add(new CommittedRequest(unit.request(), first, waiting.count()));
            }
        }
        return new Commit(head.next(), batch, recordedAt, claims, counts, entries, requests);
    }

    /** Tells all that they are recorded by this write. */
    void succeed(Commit commit) {
        long first = commit.first();
        for (WaitingUnit unit : units) {
            unit.succeed(new Recorded(first, unit.count(), commit.recordedAt()));
            first += unit.count();
        }
    }

    /** Tells all why they are not recorded. */
    void fail(RuntimeException reason) {
        units.forEach(unit -> unit.fail(reason));
    }

    /** Refuses the units that claim any of these, and goes on with the others. */
    Batch withoutClaimants(Set<String> taken) {
        List<WaitingUnit> others = new ArrayList<>();
        for (WaitingUnit unit : units) {
            unit.claims().stream()
                    .filter(taken::contains)
                    .findFirst()
                    .ifPresentOrElse(claim -> unit.fail(new ClaimTakenException(claim)), () -> others.add(unit));
        }
        return new Batch(others);
    }

    /** Refuses the units that came too long ago, and goes on with the others. */
    Batch withoutThoseWhoWaitedTooLong() {
        List<WaitingUnit> others = new ArrayList<>();
        for (WaitingUnit unit : units) {
            if (unit.hasWaitedTooLong()) {
                unit.fail(new LedgerUnavailableException(
                        "The ledger did not come to record this in time. Nothing was recorded.", null));
            } else {
                others.add(unit);
            }
        }
        return new Batch(others);
    }

    private static StoredEntry entry(long position, long lastOfUnit, Instant recordedAt, PendingEntry entry) {
        EntryBytes bytes = entry.recordedAt().apply(recordedAt);
        return new StoredEntry(
                position,
                lastOfUnit,
                recordedAt,
                entry.stream(),
                entry.sequence(),
                entry.id(),
                entry.type(),
                entry.revision(),
                bytes,
                Hash.ofLeaf(bytes.toByteArray()));
    }
}
