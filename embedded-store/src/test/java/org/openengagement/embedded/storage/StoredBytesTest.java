package org.openengagement.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.ByteArrayDataType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoredBytesTest {

    private static final byte[] SOME = {1, -1, 0, 127};

    @Test
    void they_are_written_read_and_ordered_as_mvstore_does_it() {
        WriteBuffer ours = new WriteBuffer();
        StoredBytes.INSTANCE.write(ours, SOME);
        WriteBuffer theirs = new WriteBuffer();
        ByteArrayDataType.INSTANCE.write(theirs, SOME);

        assertThat(ours.getBuffer().flip()).isEqualTo(theirs.getBuffer().flip());
        assertThat(StoredBytes.INSTANCE.read(ours.getBuffer())).isEqualTo(SOME);
        assertThat(StoredBytes.INSTANCE.compare(SOME, new byte[] {1, 1})).isPositive();
    }

    @Test
    void a_length_that_is_not_there_reserves_no_memory() {
        for (byte[] garbled : new byte[][] {{-1, -1, -1, -1, 7}, {-1, -1, -1, -1, 15}, {5, 1, 2, 3, 4}}) {
            assertThatThrownBy(() -> StoredBytes.INSTANCE.read(ByteBuffer.wrap(garbled)))
                    .isInstanceOf(MVStoreException.class)
                    .hasMessageContaining("not its own");
        }
    }
}
