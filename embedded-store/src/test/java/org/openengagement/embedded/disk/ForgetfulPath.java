package org.openengagement.embedded.disk;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.mvstore.DataUtils;
import org.h2.store.fs.FilePath;

/** A file of a {@link ForgetfulDisk} as MVStore names it: {@code forgetful:<disk>:<path>}. */
final class ForgetfulPath extends FilePath {

    private static final String SCHEME = "forgetful";
    /** Weakly, since thousands of them are made, and nobody says when one is no longer needed. */
    private static final Map<Integer, WeakReference<ForgetfulDisk>> disks = new ConcurrentHashMap<>();

    static {
        register(new ForgetfulPath());
    }

    private ForgetfulPath() {}

    static FilePath on(ForgetfulDisk disk, String path) {
        disks.computeIfAbsent(disk.number(), number -> new WeakReference<>(disk));
        return get("%s:%d:%s".formatted(SCHEME, disk.number(), path));
    }

    private ForgetfulDisk disk() {
        return requireNonNull(requireNonNull(disks.get(Integer.parseInt(name.split(":", 3)[1])))
                .get());
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void doing(Work work) {
        try {
            work.run();
        } catch (IOException failed) {
            throw DataUtils.newMVStoreException(DataUtils.ERROR_WRITING_FAILED, "{0}", failed.getMessage(), failed);
        }
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        ForgetfulFile file = mode.equals("r") ? disk().find(name) : disk().findOrCreate(name);
        if (file == null) {
            throw new IOException("No such file: " + name);
        }
        if (!mode.equals("r")) {
            disk().requireWritable();
        }
        return new ForgetfulChannel(disk(), file);
    }

    @Override
    public long size() {
        ForgetfulFile file = disk().find(name);
        return file == null ? 0 : file.size();
    }

    @Override
    public void moveTo(FilePath target, boolean replacing) {
        doing(() -> disk().rename(name, target.name));
    }

    @Override
    public boolean createFile() {
        boolean absent = !exists();
        doing(() -> disk().findOrCreate(name));
        return absent;
    }

    @Override
    public boolean exists() {
        return isDirectory() || disk().find(name) != null;
    }

    @Override
    public void delete() {
        doing(() -> disk().delete(name));
    }

    @Override
    public List<FilePath> newDirectoryStream() {
        return List.of();
    }

    @Override
    public FilePath toRealPath() {
        return this;
    }

    @Override
    public FilePath getParent() {
        return getPath(name.substring(0, name.lastIndexOf('/')) + "/.");
    }

    @Override
    public boolean isDirectory() {
        return name.endsWith("/.");
    }

    @Override
    public boolean isRegularFile() {
        return !isDirectory();
    }

    @Override
    public boolean isAbsolute() {
        return true;
    }

    @Override
    public long lastModified() {
        return 0;
    }

    @Override
    public boolean canWrite() {
        return !disk().admitsToBeReadOnly();
    }

    @Override
    public void createDirectory() {}

    @Override
    public boolean setReadOnly() {
        return false;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FilePath getPath(String path) {
        ForgetfulPath other = new ForgetfulPath();
        other.name = path;
        return other;
    }
}
