package org.openengagement.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.h2.mvstore.DataUtils;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openengagement.embedded.storage.Catalog;
import org.openengagement.embedded.storage.Query;
import org.openengagement.embedded.storage.Results;
import org.openengagement.embedded.storage.StoreFile;
import org.openengagement.embedded.storage.files.FileLayer;

/** What anybody may submit lies in the file that is searched for what MVStore wrote: it must not pass for that. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CraftedTextTest {

    private static final int OTHERS = 60;
    private static final int REPETITIONS = 1_500;

    @TempDir
    Path directory;

    /** Each is repeated at a distance that shares no divisor with a block, so that some of it lies just where it has to. */
    enum Crafted {
        ENDS_OF_CHUNKS {
            @Override
            String text() {
                String end = withChecksum("chunk:fffff,block:2,len:1,version:1");
                return (end + " ".repeat(127 - end.length())).repeat(REPETITIONS);
            }
        },
        WHOLE_CHUNKS_OF_A_LATER_VERSION_THAT_HOLD_NOTHING {
            @Override
            String text() {
                String begin = "chunk:3ffff0,len:1,pages:1,max:0,map:1,root:0,time:0,version:7fffff0\n";
                String end = withChecksum("chunk:3ffff0,len:1,version:7fffff0");
                String apart = " ".repeat(509 - 90 - end.length() - begin.length());
                return (" ".repeat(90) + end + apart + begin).repeat(REPETITIONS);
            }
        };

        abstract String text();

        private static String withChecksum(String fields) {
            byte[] bytes = fields.getBytes(StandardCharsets.US_ASCII);
            return fields + ",fletcher:" + Integer.toHexString(DataUtils.getFletcher32(bytes, 0, bytes.length));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_text_that_imitates_a_chunk_hides_nothing_as_a_value(Crafted crafted) throws IOException {
        compare(new Document("_id", "crafted").append("text", crafted.text()));
    }

    @ParameterizedTest
    @EnumSource
    void a_text_that_imitates_a_chunk_hides_nothing_as_a_key(Crafted crafted) throws IOException {
        compare(new Document("_id", crafted.text()));
    }

    private void compare(Document crafted) throws IOException {
        Path file = directory.resolve("documents.mv");
        Path copy = directory.resolve("copy.mv");
        try (StoreFile open = open(file)) {
            insertOthers(open, "before");
            insert(open, crafted);
            insertOthers(open, "after");
            Files.copy(file, copy);
        }
        for (Path each : List.of(copy, file, file)) {
            try (StoreFile opened = open(each)) {
                assertThat(opened.read(CraftedTextTest::all))
                        .hasSize(2 * OTHERS + 1)
                        .contains(crafted);
                opened.rewrite();
                assertThat(opened.read(CraftedTextTest::all))
                        .hasSize(2 * OTHERS + 1)
                        .contains(crafted);
            }
        }
    }

    private static void insertOthers(StoreFile open, String when) {
        for (int number = 0; number < OTHERS; number++) {
            insert(open, new Document("_id", when + number).append("text", "x".repeat(number * 30)));
        }
    }

    private static void insert(StoreFile open, Document document) {
        open.write(catalog ->
                catalog.findOrCreate("ledger.disclosures").insert(document).size());
    }

    private static List<Document> all(Catalog catalog) {
        return catalog.find("ledger.disclosures")
                .map(collection -> new Results(Query.allThatMatch(new Document()), collection).all(collection))
                .orElse(List.of());
    }

    private static StoreFile open(Path file) {
        return StoreFile.open(file, FileLayer.ofTheSystem(), Clock.systemUTC(), new LongAdder());
    }
}
