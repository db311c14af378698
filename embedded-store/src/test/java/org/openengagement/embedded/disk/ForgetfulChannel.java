package org.openengagement.embedded.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;

/** An open file of a {@link ForgetfulDisk}. */
final class ForgetfulChannel extends FileBaseDefault {

    private final ForgetfulDisk disk;
    private final ForgetfulFile file;

    ForgetfulChannel(ForgetfulDisk disk, ForgetfulFile file) {
        this.disk = disk;
        this.file = file;
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
        byte[] bytes = new byte[source.remaining()];
        source.get(bytes);
        disk.write(file, position, bytes);
        return bytes.length;
    }

    @Override
    public synchronized int read(ByteBuffer target, long position) {
        byte[] bytes = new byte[target.remaining()];
        int there = disk.read(file, position, bytes, bytes.length);
        target.put(bytes, 0, Math.max(0, there));
        return there;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        disk.sync(file);
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        disk.truncate(file, size);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        return new FileLock(this, position, size, shared) {
            @Override
            public boolean isValid() {
                return true;
            }

            @Override
            public void release() {}
        };
    }

    @Override
    protected void implCloseChannel() {}
}
