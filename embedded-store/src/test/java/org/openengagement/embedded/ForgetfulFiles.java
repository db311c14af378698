package org.openengagement.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file layer on which the power fails: after a number of writes nothing is written any more, and of each write since
 * the last sync, any of its sectors may never have reached the disk.
 */
public final class ForgetfulFiles extends FilePathWrapper {

    static final String SCHEME = "forgetful";
    private static final int SECTOR = 512;

    private static final List<Unsynced> unsynced = new ArrayList<>();
    private static long writesLeft = Long.MAX_VALUE;

    /** Lets the power fail after so many writes. */
    static synchronized void failAfter(long writes) {
        writesLeft = writes;
        unsynced.clear();
    }

    /** Takes a random part of what was not synced back from the disk, and lets the power return. */
    static synchronized void forget(Random random) throws IOException {
        for (Unsynced write : unsynced.reversed()) {
            try (FileChannel disk = FilePath.get(write.path).open("rw")) {
                for (int from = 0; from < write.length; from += SECTOR) {
                    if (random.nextInt(3) > 0) {
                        int length = Math.min(SECTOR, write.length - from);
                        disk.write(write.before.slice(from, length), write.position + from);
                    }
                }
            }
        }
        unsynced.clear();
        writesLeft = Long.MAX_VALUE;
    }

    private static synchronized void beforeWrite(FileChannel disk, String path, long position, int length)
            throws IOException {
        if (writesLeft-- <= 0) {
            throw new IOException("The power failed.");
        }
        byte[] before = new byte[length];
        disk.read(ByteBuffer.wrap(before), position);
        unsynced.add(new Unsynced(path, position, length, ByteBuffer.wrap(before)));
    }

    private static synchronized void synced(String path) throws IOException {
        if (writesLeft <= 0) {
            throw new IOException("The power failed.");
        }
        unsynced.removeIf(write -> write.path.equals(path));
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(getBase().open(mode), getBase().toString());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    private record Unsynced(String path, long position, int length, ByteBuffer before) {}

    private static final class Channel extends FileBase {

        private final FileChannel disk;
        private final String path;

        Channel(FileChannel disk, String path) {
            this.disk = disk;
            this.path = path;
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            beforeWrite(disk, path, position, source.remaining());
            return disk.write(source, position);
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            beforeWrite(disk, path, disk.position(), source.remaining());
            return disk.write(source);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            synced(path);
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return disk.read(target);
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            return disk.read(target, position);
        }

        @Override
        public long position() throws IOException {
            return disk.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            disk.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return disk.size();
        }

        @Override
        public FileChannel truncate(long size) {
            return this;
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return disk.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            disk.close();
        }
    }
}
