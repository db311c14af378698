package org.openengagement.command.importing.running;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.importing.snapshots.Row;

/**
 * Imports the rows of many cases at once, and the rows of one case in their order. Each lane is one virtual thread with a
 * short queue, and a case always goes into the same lane. What waits is bounded in number and in bytes; then the caller
 * waits too.
 *
 * <p>The action handles whatever is wrong with a row itself. Anything that it throws stops the whole import.
 */
final class Lanes implements AutoCloseable {

    private static final int QUEUE = 32;
    private static final int KILOBYTES = 64 * 1024;

    private final List<BlockingQueue<Task>> queues = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Semaphore room = new Semaphore(KILOBYTES);
    private final Phaser inHand = new Phaser(1);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private sealed interface Task {}

    private record Given(Row row, int kilobytes) implements Task {}

    private record End() implements Task {}

    /**
     * @param count how many lanes
     * @param memories makes what each lane remembers
     * @param action imports one row, with the memory of its lane
     */
    <M> Lanes(int count, Supplier<M> memories, BiConsumer<Row, M> action) {
        for (int lane = 0; lane < count; lane++) {
            BlockingQueue<Task> queue = new ArrayBlockingQueue<>(QUEUE);
            queues.add(queue);
            M memory = memories.get();
            threads.add(Thread.ofVirtual().name("import-", lane).start(() -> serve(queue, memory, action)));
        }
    }

    /** Takes a row; waits while there is no room. */
    void take(Row row) {
        throwFailure();
        int kilobytes = Math.min(KILOBYTES, 1 + row.bytes() / 1024);
        room.acquireUninterruptibly(kilobytes);
        inHand.register();
        put(queues.get(Math.floorMod(row.caseId().hashCode(), queues.size())), new Given(row, kilobytes));
    }

    /** Waits until every row that was taken is imported. */
    void drain() {
        inHand.arriveAndAwaitAdvance();
        throwFailure();
    }

    /** Lets every lane finish what it has, and ends it. */
    @Override
    public void close() {
        queues.forEach(queue -> put(queue, new End()));
        for (Thread thread : threads) {
            joined(thread);
        }
    }

    private <M> void serve(BlockingQueue<Task> queue, M memory, BiConsumer<Row, M> action) {
        while (taken(queue) instanceof Given given) {
            try {
                if (failure.get() == null) {
                    action.accept(given.row(), memory);
                }
            } catch (RuntimeException | Error broken) {
                failure.compareAndSet(null, broken);
            } finally {
                room.release(given.kilobytes());
                inHand.arriveAndDeregister();
            }
        }
    }

    private void throwFailure() {
        switch (failure.get()) {
            case null -> {}
            case Error error -> throw error;
            case RuntimeException unchecked -> throw unchecked;
            case Throwable other -> throw new IllegalStateException(other);
        }
    }

    private static void put(BlockingQueue<Task> queue, Task task) {
        boolean interrupted = false;
        while (true) {
            try {
                queue.put(task);
                break;
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Task taken(BlockingQueue<Task> queue) {
        while (true) {
            try {
                return queue.take();
            } catch (InterruptedException again) {
                // Nobody interrupts a lane: it ends with its last task.
            }
        }
    }

    private static void joined(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
