package org.openengagement.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.ByteArrayDataType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.embedded.storage.files.DamagedStoreException;
import org.openengagement.embedded.storage.files.FileLayer;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoredBytesTest {

    private static final long SEED = Long.getLong("oel.seed", System.nanoTime());
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2}");
    private static final byte[] SOME = {1, -1, 0, 127};

    @Test
    void they_are_written_read_and_ordered_as_mvstore_does_it_but_for_the_highest_bit() {
        byte[] given = SOME.clone();
        WriteBuffer ours = new WriteBuffer();
        StoredBytes.INSTANCE.write(ours, given);
        WriteBuffer theirs = new WriteBuffer();
        ByteArrayDataType.INSTANCE.write(theirs, new byte[] {-127, 127, -128, -1});

        assertThat(given).isEqualTo(SOME);
        assertThat(ours.getBuffer().flip()).isEqualTo(theirs.getBuffer().flip());
        assertThat(StoredBytes.INSTANCE.read(ours.getBuffer())).isEqualTo(SOME);
        assertThat(StoredBytes.INSTANCE.compare(SOME, new byte[] {1, 1})).isPositive();
    }

    @Test
    void no_two_letters_of_ascii_stand_side_by_side_in_the_file_whatever_the_text() {
        Random random = new Random(SEED);
        for (int text = 0; text < 300; text++) {
            int highest = random.nextBoolean() ? 0x10FFFF : 0x7FF;
            StringBuilder characters = new StringBuilder();
            for (int i = 0; i < 200; i++) {
                characters.appendCodePoint(random.nextInt(highest + 1));
            }
            WriteBuffer written = new WriteBuffer();
            StoredBytes.INSTANCE.write(written, characters.toString().getBytes(StandardCharsets.UTF_8));
            byte[] inFile = new byte[written.position()];
            written.getBuffer().flip().get(inFile);
            String read = new String(inFile, StandardCharsets.ISO_8859_1);
            assertThat(WORD.matcher(read).find()).as("seed %d", SEED).isFalse();
        }
    }

    @Test
    void a_file_of_an_earlier_form_is_refused_in_words(@TempDir Path directory) {
        Path file = directory.resolve("documents.mv");
        try (MVStore earlier = MVStore.open(file.toString())) {
            earlier.openMap("catalog").put("collection/ledger.commits", new byte[] {1});
        }
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> StoreFile.open(file, FileLayer.ofTheSystem(), Clock.systemUTC(), new LongAdder()))
                    .isInstanceOf(DamagedStoreException.class)
                    .hasMessageContaining("documents.mv was written by an earlier version");
        }
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
