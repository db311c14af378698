package org.openengagement.embedded.storage;

import java.nio.ByteBuffer;
import java.util.Map;
import org.h2.mvstore.SFChunk;
import org.h2.mvstore.SingleFileStore;
import org.h2.store.fs.FilePath;

/**
 * MVStore's single file, made to survive a loss of power in the middle of a write. As it comes, a chunk of which only the
 * first and last sectors reached the disk counts as whole, and a quick recovery that follows links from chunk to chunk
 * ends early where a lost write went over a chunk that was no longer needed: then acknowledged versions vanish.
 *
 * <p>So the sector that makes a chunk a chunk is written after the rest of it is on disk, and opening looks at every
 * block of the file for the newest whole version (some seconds for each gigabyte).
 */
final class TornProofFile extends SingleFileStore {

    /** What disks write wholly or not at all; a chunk's header is shorter. */
    private static final int SECTOR = 512;

    private static final int BLOCK = 4096;

    private boolean mayStand;

    private TornProofFile() {
        super(Map.of("cacheSize", 32));
    }

    static TornProofFile open(FilePath path) {
        TornProofFile file = new TornProofFile();
        file.open(path.toString(), false, (char[]) null);
        return file;
    }

    /** Says that a change begins of which no chunk is written yet. */
    void begin() {
        mayStand = false;
    }

    /** Whether the change that began may be found in the file when it is opened again. */
    boolean mayStand() {
        return mayStand;
    }

    /**
     * Puts the newest version on disk again. A disk that once failed to sync may hold less than it shows: what was to be
     * synced then counts as synced, unless it is written again. The rest of the chunk was synced before this sector.
     */
    void confirmNewest() {
        if (lastChunk != null && !isReadOnly()) {
            long position = lastChunk.block * BLOCK;
            super.writeFully(lastChunk, position, readFully(lastChunk, position, SECTOR));
        }
        sync();
    }

    @Override
    protected void readStoreHeader(boolean recoveryMode) {
        boolean lookEverywhere = true;
        super.readStoreHeader(lookEverywhere);
    }

    @Override
    protected void writeFully(SFChunk chunk, long position, ByteBuffer source) {
        if (position == 0) {
            super.writeFully(chunk, position, source);
            return;
        }
        ByteBuffer rest = source.slice(source.position() + SECTOR, source.remaining() - SECTOR);
        super.writeFully(chunk, position + SECTOR, rest);
        sync();
        mayStand = true;
        super.writeFully(chunk, position, source.slice(source.position(), SECTOR));
        source.position(source.limit());
    }
}
