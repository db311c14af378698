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

    private TornProofFile() {
        super(Map.of("cacheSize", 32));
    }

    static TornProofFile open(FilePath path) {
        TornProofFile file = new TornProofFile();
        file.open(path.toString(), false, (char[]) null);
        return file;
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
        super.writeFully(chunk, position, source.slice(source.position(), SECTOR));
        source.position(source.limit());
    }
}
