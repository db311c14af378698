package org.openengagement.embedded.storage.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.FilePath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a store's file lies, and what lies beside it for a while. */
public record StorePlace(FileLayer layer, Path file) {

    private static final Logger log = LoggerFactory.getLogger(StorePlace.class);

    /** A file that is made whole and durable before it gets its name: no loss of power shows a part of it. */
    private static final String NEW = ".new";

    private static final String REWRITTEN = ".rewritten";
    private static final String ROOM = ".room";
    private static final int LEAST_ROOM = 1 << 20;

    public FilePath path() {
        return layer.at(file);
    }

    public FilePath unborn() {
        return beside(NEW);
    }

    public FilePath rewritten() {
        return beside(REWRITTEN);
    }

    /** Removes what was left by work that did not come to its end. */
    public void discardUnfinished() {
        for (FilePath left : List.of(unborn(), rewritten(), beside(ROOM))) {
            if (left.exists()) {
                left.delete();
            }
        }
    }

    /** Frees the space of a copy that did not come to its end; where the disk refuses even that, the next opening does it. */
    public void discardRewritten() {
        try {
            rewritten().delete();
        } catch (MVStoreException refused) {
            log.debug("{} is left for the next opening.", rewritten(), refused);
        }
    }

    /** Gives a whole file this place, for good. */
    public void take(FilePath whole) throws IOException {
        try (FileChannel channel = whole.open("rw")) {
            channel.force(true);
        }
        whole.moveTo(path(), true);
        makeFolderDurable();
    }

    public void makeFolderDurable() {
        Path folder = file.getParent();
        if (folder != null) {
            layer.makeDurable(folder);
        }
    }

    /**
     * Looks whether the disk takes anything, a MiB at least.
     *
     * @throws IOException if it does not
     */
    public void requireRoom() throws IOException {
        FilePath room = beside(ROOM);
        try (FileChannel channel = room.open("rw")) {
            ByteBuffer zeros = ByteBuffer.allocate(LEAST_ROOM);
            while (zeros.hasRemaining()) {
                channel.write(zeros);
            }
            channel.force(true);
        } finally {
            if (room.exists()) {
                room.delete();
            }
        }
    }

    private FilePath beside(String ending) {
        return layer.at(file.resolveSibling(file.getFileName() + ending));
    }
}
