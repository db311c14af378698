package org.openengagement.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.BsonBinary;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StrangersTest {

    private static final int OP_MSG = 2013;

    @TempDir
    Path directory;

    private EmbeddedStore store;

    @BeforeEach
    void open() {
        store = EmbeddedStore.open(directory, EmbeddedStoreOptions.standard());
    }

    @AfterEach
    void the_owner_is_still_served() {
        the_owner_can_come_in_anew();
        store.close();
    }

    @Test
    void without_the_password_nothing_is_answered() {
        String wrong = store.connectionString().replaceFirst(":[^:@]+@", ":wrong@");
        String none = store.connectionString().replaceFirst("//[^@]+@", "//").replaceFirst("authMechanism[^&]+&", "");

        for (String stranger : new String[] {wrong, none}) {
            try (MongoClient client = MongoClients.create(stranger)) {
                assertThatThrownBy(() -> client.getDatabase("ledger")
                                .getCollection("commits")
                                .countDocuments())
                        .isInstanceOf(MongoException.class);
            }
        }
    }

    @Test
    void a_command_before_the_login_is_refused_and_ends_the_connection() throws IOException {
        BsonDocument listing =
                new BsonDocument("listDatabases", new BsonInt32(1)).append("$db", new BsonString("admin"));

        assertThat(answerTo(message(bytesOf(listing)), false)).contains("Unauthorized");
    }

    @Test
    void garbage_ends_the_connection() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            byte[] bytes = new byte[17 + random.nextInt(300)];
            random.nextBytes(bytes);
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(0, bytes.length);
            if (random.nextBoolean()) {
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(12, OP_MSG);
            }
            assertThat(answerTo(bytes)).as("seed %d, round %d", seed, round).isEmpty();
        }
    }

    @Test
    void lengths_that_are_not_there_reserve_no_memory() throws IOException {
        byte[] hugeMessage = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(Integer.MAX_VALUE)
                .array();
        byte[] hugeString = bytesOf(new BsonDocument("hello", new BsonString("x")));
        ByteBuffer.wrap(hugeString).order(ByteOrder.LITTLE_ENDIAN).putInt(11, Integer.MAX_VALUE);
        byte[] negative = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(-1)
                .array();
        BsonDocument deep = new BsonDocument("x", new BsonInt32(1));
        for (int level = 0; level < 300; level++) {
            deep = new BsonDocument("x", deep);
        }

        assertThat(answerTo(hugeMessage)).isEmpty();
        assertThat(answerTo(negative)).isEmpty();
        assertThat(answerTo(message(hugeString))).isEmpty();
        assertThat(answerTo(message(bytesOf(deep)))).isEmpty();
        assertThat(answerTo(message(bytesOf(new BsonDocument("hello", new BsonString("x".repeat(5000)))))))
                .isEmpty();
    }

    @Test
    void another_mechanism_another_user_and_a_false_proof_are_refused() throws IOException {
        byte[] first = "n,,n=embedded,r=nonce".getBytes(StandardCharsets.UTF_8);
        byte[] someoneElse = "n,,n=admin,r=nonce".getBytes(StandardCharsets.UTF_8);
        byte[] proof = "c=biws,r=nonce,p=AAAA".getBytes(StandardCharsets.UTF_8);

        for (String mechanism : List.of("SCRAM-SHA-1", "PLAIN", "MONGODB-X509", "GSSAPI", "")) {
            assertThat(answerTo(login("saslStart", first).append("mechanism", new BsonString(mechanism))))
                    .as(mechanism)
                    .contains("Authentication failed");
        }
        assertThat(answerTo(login("saslStart", someoneElse).append("mechanism", new BsonString("SCRAM-SHA-256"))))
                .contains("Authentication failed");
        assertThat(answerTo(login("saslContinue", proof))).contains("Authentication failed");
        assertThat(answerTo(login("saslContinue", new byte[0]))).contains("Authentication failed");
    }

    @Test
    void strangers_who_only_connect_take_no_place_from_the_owner() throws IOException {
        List<Socket> crowd = new ArrayList<>();
        try (MongoClient before = MongoClients.create(store.connectionString())) {
            assertThat(before.getDatabase("admin").runCommand(new Document("ping", 1)))
                    .containsEntry("ok", 1.0);
            for (int stranger = 0; stranger < 700; stranger++) {
                crowd.add(new Socket(InetAddress.getLoopbackAddress(), port()));
                crowd.getLast().getOutputStream().write(stranger % 2 == 0 ? new byte[] {100} : new byte[0]);
            }

            assertThat(before.getDatabase("admin").runCommand(new Document("ping", 1)))
                    .containsEntry("ok", 1.0);
            the_owner_can_come_in_anew();
            crowd.getFirst().setSoTimeout(20_000);
            assertThat(crowd.getFirst().getInputStream().read()).isNegative();
        } finally {
            for (Socket each : crowd) {
                each.close();
            }
        }
    }

    private void the_owner_can_come_in_anew() {
        try (MongoClient client = MongoClients.create(store.connectionString())) {
            assertThat(client.getDatabase("admin").runCommand(new Document("ping", 1)))
                    .containsEntry("ok", 1.0);
        }
    }

    private static BsonDocument login(String command, byte[] payload) {
        return new BsonDocument(command, new BsonInt32(1))
                .append("conversationId", new BsonInt32(1))
                .append("payload", new BsonBinary(payload))
                .append("$db", new BsonString("admin"));
    }

    private String answerTo(BsonDocument command) throws IOException {
        return answerTo(message(bytesOf(command)), false);
    }

    private int port() {
        return Integer.parseInt(new ConnectionString(store.connectionString())
                .getHosts()
                .getFirst()
                .split(":")[1]);
    }

    /** What the server answers until it ends the connection; empty if it says nothing. */
    private String answerTo(byte[] bytes) throws IOException {
        return answerTo(bytes, bytes.length > 16);
    }

    private String answerTo(byte[] bytes, boolean hangUp) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(bytes);
            if (hangUp) {
                socket.shutdownOutput();
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (SocketException ended) {
            return "";
        }
    }

    private static byte[] bytesOf(BsonDocument document) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            new BsonDocumentCodec()
                    .encode(writer, document, EncoderContext.builder().build());
        }
        return buffer.toByteArray();
    }

    private static byte[] message(byte[] document) {
        return ByteBuffer.allocate(21 + document.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(21 + document.length)
                .putInt(1)
                .putInt(0)
                .putInt(OP_MSG)
                .putInt(0)
                .put((byte) 0)
                .put(document)
                .array();
    }
}
