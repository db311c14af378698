package org.openengagement.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.embedded.storage.files.DamagedStoreException;

/** A document that is answered as it lies in the store is looked at before, as one that is taken apart would be. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FoundTest {

    private static final Document DOCUMENT = new Document("_id", 7L)
            .append("claims", List.of("proposal/a#0", "Љубов"))
            .append("events", List.of(new Document("entry", new BinData(new byte[] {1, 2, 3}))))
            .append("count", 1);

    @Test
    void any_bit_that_is_not_as_it_was_written_is_refused() {
        byte[] stored = DocumentBytes.of(DOCUMENT);

        for (int bit = 0; bit < stored.length * Byte.SIZE; bit++) {
            byte[] damaged = stored.clone();
            damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThatThrownBy(() -> new Found(damaged))
                    .as("bit %d", bit)
                    .isInstanceOf(DamagedStoreException.class)
                    .hasMessageContaining("checksum");
        }
    }

    @Test
    void a_part_of_it_is_refused() {
        byte[] stored = DocumentBytes.of(DOCUMENT);

        for (int length = 0; length < stored.length; length++) {
            byte[] part = Arrays.copyOf(stored, length);
            assertThatThrownBy(() -> new Found(part)).as("%d bytes", length).isInstanceOf(DamagedStoreException.class);
        }
    }

    @Test
    void its_bytes_are_what_was_written() {
        ByteBuf answer = Unpooled.buffer();
        Found found = new Found(DocumentBytes.of(DOCUMENT));

        found.writeTo(answer);

        assertThat(answer.readableBytes()).isEqualTo(found.size());
        assertThat(new Found(DocumentBytes.of(DOCUMENT)).document()).isEqualTo(found.document());
        assertThat(answer.getIntLE(0)).isEqualTo(found.size());
    }
}
