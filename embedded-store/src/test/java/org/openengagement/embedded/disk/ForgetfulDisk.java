package org.openengagement.embedded.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;
import org.openengagement.embedded.storage.files.FileLayer;

/**
 * A disk in memory. After a number of operations its power fails: each one fails from then on, until the power comes back,
 * and then each sector that was written since the last sync may be there or not, a file's length too, and each new name since
 * its folder was last synced. It can also be full, be read-only, and fail to sync.
 */
public final class ForgetfulDisk implements FileLayer {

    private static final AtomicInteger disks = new AtomicInteger();

    private final int number = disks.incrementAndGet();
    private final Map<String, ForgetfulFile> names = new HashMap<>();
    private final Map<String, ForgetfulFile> durableNames = new HashMap<>();
    private final List<Naming> unsynced = new ArrayList<>();
    private long operationsLeft = Long.MAX_VALUE;
    private long capacity = Long.MAX_VALUE;
    private boolean readOnly;
    private boolean admitsToBeReadOnly;
    private int syncsThatWork = Integer.MAX_VALUE;
    private Duration leavesOldSpaceAlone = FileLayer.ofTheSystem().leavesOldSpaceAlone();
    private int chunksWrittenOver;
    private volatile Runnable beforeSync = () -> {};

    /** Names that changed together: a file under each, or none. */
    private record Naming(Map<String, ForgetfulFile> added, List<String> removed) {}

    /** Lets the power fail after so many operations. */
    public synchronized void failAfter(long more) {
        operationsLeft = more;
    }

    /** Lets the power fail now, and come back. What was not synced is lost, in part or as a whole. */
    public synchronized void losePower(Random random) {
        for (Naming naming : unsynced) {
            if (random.nextBoolean()) {
                naming.removed.forEach(durableNames::remove);
                durableNames.putAll(naming.added);
            }
        }
        unsynced.clear();
        names.clear();
        names.putAll(durableNames);
        names.values().forEach(file -> file.losePower(random));
        operationsLeft = Long.MAX_VALUE;
        syncsThatWork = Integer.MAX_VALUE;
    }

    /** Lets a file that is opened from now on write at once where something stood that it no longer needs. */
    public void reuseOldSpaceAtOnce() {
        leavesOldSpaceAlone = Duration.ZERO;
    }

    /** How many chunks of a file have been written over: they were whole once, and no longer needed. */
    public synchronized int chunksWrittenOver() {
        return chunksWrittenOver;
    }

    /** Lets the disk take so many bytes more than it holds, and no more. */
    public synchronized void leaveRoomFor(long bytes) {
        capacity = used() + bytes;
    }

    /** There is room again. */
    public synchronized void makeRoom() {
        capacity = Long.MAX_VALUE;
    }

    /**
     * Lets the disk take nothing any more.
     *
     * @param admitted whether it says so when it is asked; a file system that has found an error in itself may not, and syncs nothing
     */
    public synchronized void becomeReadOnly(boolean admitted) {
        readOnly = true;
        admitsToBeReadOnly = admitted;
    }

    /** Lets the disk take everything again. */
    public synchronized void becomeWritable() {
        readOnly = false;
    }

    /** Has something done before each sync of a file. */
    public void beforeEachSync(Runnable work) {
        beforeSync = work;
    }

    /** After so many syncs of files, lets one fail, and forget what it was to sync. */
    public synchronized void failSyncAfter(int more) {
        syncsThatWork = more;
    }

    @Override
    public FilePath at(Path file) {
        return ForgetfulPath.on(this, file.toString());
    }

    @Override
    public Duration leavesOldSpaceAlone() {
        return leavesOldSpaceAlone;
    }

    @Override
    public synchronized void makeDurable(Path folder) {
        try {
            requirePower();
            requireSyncs();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        unsynced.clear();
        durableNames.clear();
        durableNames.putAll(names);
    }

    int number() {
        return number;
    }

    synchronized @Nullable ForgetfulFile find(String name) {
        return names.get(name);
    }

    synchronized boolean admitsToBeReadOnly() {
        return readOnly && admitsToBeReadOnly;
    }

    synchronized void requireWritable() throws IOException {
        if (readOnly) {
            throw new IOException("Read-only file system");
        }
    }

    synchronized ForgetfulFile findOrCreate(String name) throws IOException {
        ForgetfulFile found = names.get(name);
        if (found == null) {
            operate();
            found = new ForgetfulFile();
            name(Map.of(name, found), List.of());
        }
        return found;
    }

    synchronized void rename(String from, String to) throws IOException {
        operate();
        ForgetfulFile file = names.get(from);
        if (file == null) {
            throw new IOException("No such file: " + from);
        }
        name(Map.of(to, file), List.of(from));
    }

    synchronized void delete(String name) throws IOException {
        operate();
        name(Map.of(), List.of(name));
    }

    synchronized void write(ForgetfulFile file, long at, byte[] bytes) throws IOException {
        operate();
        chunksWrittenOver += file.chunksWithin(at, bytes.length);
        long more = Math.max(0, at + bytes.length - file.size());
        if (used() + more > capacity) {
            int fits = (int) Math.max(0, bytes.length - (used() + more - capacity));
            if (fits > 0) {
                file.write(at, Arrays.copyOf(bytes, fits));
            }
            throw new IOException("No space left on device");
        }
        file.write(at, bytes);
    }

    synchronized void truncate(ForgetfulFile file, long size) throws IOException {
        operate();
        file.truncate(size);
    }

    void sync(ForgetfulFile file) throws IOException {
        beforeSync.run();
        syncNow(file);
    }

    private synchronized void syncNow(ForgetfulFile file) throws IOException {
        requirePower();
        requireSyncs();
        if (syncsThatWork-- == 0) {
            syncsThatWork = Integer.MAX_VALUE;
            file.failToSync();
            throw new IOException("Input/output error");
        }
        file.sync();
    }

    synchronized int read(ForgetfulFile file, long at, byte[] target, int length) {
        return file.read(at, target, 0, length);
    }

    private void operate() throws IOException {
        requirePower();
        requireWritable();
    }

    private void requireSyncs() throws IOException {
        if (!admitsToBeReadOnly) {
            requireWritable();
        }
    }

    private void requirePower() throws IOException {
        if (operationsLeft <= 0) {
            throw new IOException("The power failed");
        }
        operationsLeft--;
    }

    private void name(Map<String, ForgetfulFile> added, List<String> removed) {
        removed.forEach(names::remove);
        names.putAll(added);
        unsynced.add(new Naming(added, removed));
    }

    private long used() {
        return names.values().stream().mapToLong(ForgetfulFile::size).sum();
    }
}
