package org.openengagement.embedded.storage;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.openengagement.embedded.storage.files.TornProofFile;

/**
 * Keys and documents as MVStore writes arrays of bytes itself, with two differences. A length that damage has changed is
 * refused before so much memory is asked for, which may be more than there is.
 *
 * <p>And the highest bit of every byte is turned over in the file, so that what anybody may submit cannot look like a chunk,
 * which {@link TornProofFile} looks for in every block. A chunk is known by words in ASCII, such as {@code chunk}. A letter of
 * ASCII in the file has to be a byte of 0xC0 to 0xFF in what is stored, and in UTF-8 two of those never stand side by side: so
 * no text becomes a word. What is no text (hashes, salts, UUIDs) nobody can choose, and numbers are too short.
 */
final class StoredBytes extends BasicDataType<byte[]> {

    static final StoredBytes INSTANCE = new StoredBytes();

    private static final int TURNED_OVER = 0x80;

    private StoredBytes() {}

    @Override
    public int getMemory(byte[] bytes) {
        return bytes.length;
    }

    @Override
    public void write(WriteBuffer buffer, byte[] bytes) {
        buffer.putVarInt(bytes.length).put(turnOver(bytes.clone()));
    }

    @Override
    public byte[] read(ByteBuffer buffer) {
        int length = DataUtils.readVarInt(buffer);
        if (length < 0 || length > buffer.remaining()) {
            throw DataUtils.newMVStoreException(
                    DataUtils.ERROR_FILE_CORRUPT, "A length of {0} bytes is not its own", length);
        }
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return turnOver(bytes);
    }

    private static byte[] turnOver(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= (byte) TURNED_OVER;
        }
        return bytes;
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }

    @Override
    public int compare(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, other);
    }
}
