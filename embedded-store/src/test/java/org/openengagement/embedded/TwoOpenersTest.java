package org.openengagement.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.embedded.disk.ForgetfulDisk;
import org.openengagement.embedded.storage.files.DamagedStoreException;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TwoOpenersTest {

    @TempDir
    Path directory;

    @Test
    void a_second_opener_in_the_same_process_is_told_who_holds_the_directory() {
        try (EmbeddedStore first = EmbeddedStore.open(directory, EmbeddedStoreOptions.standard())) {
            assertThatExceptionOfType(StoreInUseException.class)
                    .isThrownBy(() -> EmbeddedStore.open(directory, EmbeddedStoreOptions.standard()))
                    .withMessageContaining("process " + ProcessHandle.current().pid() + " on ");
            assertThat(first.connectionString()).startsWith("mongodb://");
        }
        EmbeddedStore.open(directory, EmbeddedStoreOptions.standard()).close();
    }

    @Test
    void another_process_is_named_with_its_machine_and_its_start_and_holds_nothing_once_it_is_gone() throws Exception {
        Process holder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Holder.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = holder.inputReader()) {
            assertThat(said.readLine()).isEqualTo("open");

            assertThatExceptionOfType(StoreInUseException.class)
                    .isThrownBy(() -> EmbeddedStore.open(directory, EmbeddedStoreOptions.standard()))
                    .satisfies(refusal -> assertThat(refusal.holder())
                            .matches("process %d on \\S+ since \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"
                                    .formatted(holder.pid()))
                            .contains(InetAddress.getLocalHost().getHostName()));
        } finally {
            holder.destroyForcibly();
        }
        assertThat(holder.waitFor(1, TimeUnit.MINUTES)).isTrue();
        EmbeddedStore.open(directory, EmbeddedStoreOptions.standard()).close();
    }

    @Test
    void a_process_that_has_not_yet_said_who_it_is_is_told_as_that() throws IOException {
        try (EmbeddedStore first = EmbeddedStore.open(directory, EmbeddedStoreOptions.standard())) {
            Files.writeString(directory.resolve("holder.txt"), "");

            assertThatExceptionOfType(StoreInUseException.class)
                    .isThrownBy(() -> EmbeddedStore.open(directory, EmbeddedStoreOptions.standard()))
                    .withMessageContaining("in use by a process that is just starting");
            assertThat(first.connectionString()).startsWith("mongodb://");
        }
    }

    @Test
    void a_start_that_failed_holds_nothing() throws IOException {
        Path file = directory.resolve("documents.mv");
        Files.writeString(file, "this is no store".repeat(1_000));
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatExceptionOfType(DamagedStoreException.class)
                    .isThrownBy(() -> EmbeddedStore.open(directory, EmbeddedStoreOptions.standard()))
                    .withMessageContaining(file + " cannot be opened");
        }

        Files.delete(file);
        EmbeddedStore.open(directory, EmbeddedStoreOptions.standard()).close();
    }

    @Test
    void the_directory_is_held_until_the_last_byte_is_written() {
        ForgetfulDisk disk = new ForgetfulDisk();
        EmbeddedStoreOptions options =
                EmbeddedStoreOptions.standard().withErasable("notes").withFileLayer(disk);
        EmbeddedStore first = EmbeddedStore.open(directory, options);
        try (MongoClient client = MongoClients.create(first.connectionString())) {
            MongoCollection<Document> notes = client.getDatabase("ledger").getCollection("notes");
            notes.insertOne(new Document("_id", 1));
            notes.deleteOne(new Document("_id", 1));
        }
        AtomicInteger refused = new AtomicInteger();
        disk.beforeEachSync(() -> {
            assertThatExceptionOfType(StoreInUseException.class)
                    .isThrownBy(() -> EmbeddedStore.open(directory, EmbeddedStoreOptions.standard()));
            refused.incrementAndGet();
        });

        first.close();

        assertThat(refused).hasPositiveValue();
        disk.beforeEachSync(() -> {});
        EmbeddedStore.open(directory, options).close();
    }

    /** Opens the directory, says so, and holds it until it is killed. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            EmbeddedStore store = EmbeddedStore.open(Path.of(arguments[0]), EmbeddedStoreOptions.standard());
            System.out.println(store.connectionString().isEmpty() ? "closed" : "open");
            Thread.currentThread().join();
        }
    }
}
