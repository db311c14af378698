package org.openengagement.embedded.storage.files;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.DataUtils;
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
 *
 * <p>Looking for what is whole must not hide what was lost: where a later version was written than can be read, the file is
 * damaged, since no loss of power leaves that behind. It is then not opened, lest all that was recorded since vanish in silence.
 */
public final class TornProofFile extends SingleFileStore {

    /** What disks write wholly or not at all; a chunk's header is shorter. */
    private static final int SECTOR = 512;

    private static final int BLOCK = 4096;

    /** Of what the file's first blocks say: they may name a chunk that the power did not let be made. */
    private static final int VERSIONS_IN_DOUBT = 1;

    /** How many versions may follow before the file's first blocks name one again, so that a file that was cut off is known. */
    private static final int VERSIONS_UNNAMED = 16;

    private final List<SFChunk> found = new ArrayList<>();
    private boolean mayStand;

    private TornProofFile(FileLayer layer) {
        super(Map.of("cacheSize", 32));
        setRetentionTime(Math.toIntExact(layer.leavesOldSpaceAlone().toMillis()));
    }

    public static TornProofFile open(FilePath path, FileLayer layer) {
        return open(path, layer, false);
    }

    /** Opens a file for reading only. */
    public static TornProofFile openToRead(FilePath path, FileLayer layer) {
        return open(path, layer, true);
    }

    private static TornProofFile open(FilePath path, FileLayer layer, boolean readOnly) {
        TornProofFile file = new TornProofFile(layer);
        file.open(path.toString(), readOnly, (char[]) null);
        return file;
    }

    /** Says that a change begins of which no chunk is written yet. */
    public void begin() {
        mayStand = false;
        if (lastChunkVersion() - versionNamed() >= VERSIONS_UNNAMED) {
            // What MVStore takes as the reason to write the first blocks with the next chunk.
            storeHeader.put("clean", 1);
        }
    }

    /** Whether the change that began may be found in the file when it is opened again. */
    public boolean mayStand() {
        return mayStand;
    }

    /**
     * Puts the newest version on disk again. A disk that once failed to sync may hold less than it shows: what was to be
     * synced then counts as synced, unless it is written again. The rest of the chunk was synced before this sector.
     */
    public void confirmNewest() {
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
        refuseIfLaterWasWritten();
        found.clear();
    }

    /** Called for whatever the search comes by. */
    @Override
    protected SFChunk createChunk(Map<String, String> description) {
        SFChunk chunk = super.createChunk(description);
        found.add(chunk);
        return chunk;
    }

    private long versionNamed() {
        return DataUtils.readHexLong(storeHeader, "version", 0);
    }

    private void refuseIfLaterWasWritten() {
        long opened = lastChunkVersion();
        long named = versionNamed() - VERSIONS_IN_DOUBT;
        long whole = List.copyOf(found).stream()
                .filter(chunk -> chunk.version > opened && readChunkHeaderAndFooter(chunk.block, chunk.id) != null)
                .mapToLong(chunk -> chunk.version)
                .max()
                .orElse(opened);
        if (Math.max(named, whole) > opened) {
            throw new DamagedStoreException(
                    "%s is damaged: its version %d was written, but the last that can be read is %d. Nothing is answered from it, since what was recorded in between would be missing. Keep a copy of it, look at the disk, and go on from your last copy of the data directory."
                            .formatted(getFileName(), Math.max(named, whole), opened));
        }
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
