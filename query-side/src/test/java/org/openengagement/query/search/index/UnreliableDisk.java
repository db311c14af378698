package org.openengagement.query.search.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/** A disk that can be full, can fail once at a chosen moment, and can stand still. */
final class UnreliableDisk implements IndexFolder.Disk {

    private static final long NEVER = Long.MAX_VALUE;

    private final AtomicLong untilFailure = new AtomicLong(NEVER);
    private volatile boolean full;
    private volatile CountDownLatch still = new CountDownLatch(0);
    private final CountDownLatch waiting = new CountDownLatch(1);

    void isFull(boolean now) {
        full = now;
    }

    /** Lets the write after so many others fail, and those behind it go well. */
    void failsOnceAfter(long writes) {
        untilFailure.set(writes);
    }

    /** Whether the chosen moment has come. */
    boolean hasFailed() {
        return untilFailure.get() < 0;
    }

    /** Lets nothing be written until {@link #goesOn}. */
    void standsStill() {
        still = new CountDownLatch(1);
    }

    void goesOn() {
        still.countDown();
    }

    /** Waits until somebody waits for it. */
    void awaitAWait() throws InterruptedException {
        waiting.await();
    }

    @Override
    public Directory open(Path folder) throws IOException {
        return new Unreliable(FSDirectory.open(folder));
    }

    private void write() throws IOException {
        if (still.getCount() > 0) {
            waiting.countDown();
            try {
                still.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException(interrupted);
            }
        }
        if (full || (untilFailure.get() != NEVER && untilFailure.getAndDecrement() == 0)) {
            throw new IOException("No space left on device");
        }
    }

    private final class Unreliable extends FilterDirectory {

        private Unreliable(Directory directory) {
            super(directory);
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            write();
            IndexOutput output = super.createOutput(name, context);
            return new FilterIndexOutput("unreliable " + name, name, output) {
                @Override
                public void writeBytes(byte[] some, int from, int length) throws IOException {
                    write();
                    super.writeBytes(some, from, length);
                }
            };
        }

        @Override
        public void sync(Collection<String> names) throws IOException {
            write();
            super.sync(names);
        }

        @Override
        public void rename(String from, String to) throws IOException {
            write();
            super.rename(from, to);
        }
    }
}
