package org.openengagement.ledger.store.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.appending.Commit;
import org.openengagement.ledger.store.appending.Commits;
import org.openengagement.ledger.store.appending.Head;
import org.openengagement.ledger.store.appending.Insertion;

/**
 * Commits behind a bad line. An insert may be lost on its way, or its answer; it may arrive only after it was repeated; a
 * look may find no majority yet, or no answer.
 */
final class FaultyCommits implements Commits {

    private final Commits sound;
    private final Random random;
    private final List<Commit> onTheirWay = new ArrayList<>();
    private int inserts;
    private boolean faulty = true;
    private @Nullable Boolean silentButWriting;

    FaultyCommits(Commits sound, Random random) {
        this.sound = sound;
        this.random = random;
    }

    /** From now on no insert is answered, whether it is written or not. */
    synchronized void beSilent(boolean writing) {
        silentButWriting = writing;
    }

    /** Waits until so many inserts came. */
    synchronized void awaitInserts(int some) {
        boolean interrupted = false;
        while (inserts < some) {
            try {
                wait();
            } catch (InterruptedException wait) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** From now on nothing is wrong any more. */
    synchronized void beSound() {
        silentButWriting = null;
        faulty = false;
    }

    @Override
    public synchronized Insertion insert(Commit commit) {
        inserts++;
        notifyAll();
        if (silentButWriting != null) {
            if (silentButWriting) {
                var unused = sound.insert(commit);
            }
            return lost();
        }
        if (!faulty) {
            return sound.insert(commit);
        }
        return switch (random.nextInt(6)) {
            case 0 -> lost();
            case 1 -> {
                var unused = sound.insert(commit);
                yield lost();
            }
            case 2 -> {
                onTheirWay.add(commit);
                yield lost();
            }
            case 3 -> {
                onTheirWay.forEach(sound::insert);
                onTheirWay.clear();
                yield sound.insert(commit);
            }
            default -> sound.insert(commit);
        };
    }

    @Override
    public synchronized Head head() {
        failSometimes();
        return sound.head();
    }

    @Override
    public synchronized Optional<UUID> batchAt(long first) {
        failSometimes();
        return faulty && random.nextInt(3) == 0 ? Optional.empty() : sound.batchAt(first);
    }

    @Override
    public synchronized List<Holder> holding(Collection<String> claims) {
        failSometimes();
        return faulty && random.nextInt(3) == 0 ? List.of() : sound.holding(claims);
    }

    @Override
    public Instant databaseTime() {
        return sound.databaseTime();
    }

    private void failSometimes() {
        if (faulty && silentButWriting == null && random.nextInt(5) == 0) {
            throw new LedgerUnavailableException("The line is cut.", null);
        }
    }

    private static Insertion lost() {
        return new Insertion.Unknown(new IllegalStateException("The answer is lost."));
    }
}
