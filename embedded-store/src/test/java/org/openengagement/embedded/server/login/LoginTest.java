package org.openengagement.embedded.server.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A client that does what RFC 5802 says is let in; with any one thing otherwise it is not. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LoginTest {

    private static final String FIRST = "n=embedded,r=clients";
    private static final String NO_BINDING = "biws";

    private final SecureRandom random = new SecureRandom();
    private final Credentials credentials = Credentials.random(random);
    private final String password = credentials.forConnectionString().split(":", 2)[1];
    private final Login login = new Login(credentials, random);

    @Test
    void who_knows_the_password_comes_in() throws GeneralSecurityException {
        String challenge = challenge(login);
        assertThat(login.isDone()).isFalse();

        Document answer = login.proceed(message(last(challenge, nonce(challenge), NO_BINDING, password)));

        assertThat(login.isDone()).isTrue();
        assertThat(answer).containsEntry("done", true);
    }

    @Test
    void a_proof_of_the_right_length_is_not_yet_the_right_proof() {
        String challenge = challenge(login);

        refuses("c=%s,r=%s,p=%s".formatted(NO_BINDING, nonce(challenge), base64(new byte[32])));
    }

    @Test
    void another_password_is_refused() throws GeneralSecurityException {
        String challenge = challenge(login);

        refuses(last(challenge, nonce(challenge), NO_BINDING, password + "x"));
    }

    @Test
    void a_proof_over_another_nonce_or_another_binding_is_refused() throws GeneralSecurityException {
        String challenge = challenge(login);
        refuses(last(challenge, "clients", NO_BINDING, password));

        String second = challenge(login);
        refuses(last(second, nonce(second), base64("y,,".getBytes(StandardCharsets.UTF_8)), password));
    }

    @Test
    void what_was_said_to_one_challenge_answers_no_other_and_none_twice() throws GeneralSecurityException {
        String challenge = challenge(login);
        String overheard = last(challenge, nonce(challenge), NO_BINDING, password);
        Login another = new Login(credentials, random);
        assertThat(nonce(challenge(another))).isNotEqualTo(nonce(challenge)).startsWith("clients");
        assertThatThrownBy(() -> another.proceed(message(overheard))).isInstanceOf(MongoServerError.class);

        refuses("c=%s,r=%s,p=AAAA".formatted(NO_BINDING, nonce(challenge)));
        refuses(overheard);
    }

    @Test
    void the_password_is_another_at_each_start() {
        assertThat(Credentials.random(random).forConnectionString()).isNotEqualTo(credentials.forConnectionString());
        assertThat(Credentials.random(random).word()).isNotEqualTo(credentials.word());
        assertThat(password).hasSizeGreaterThanOrEqualTo(43);
    }

    private void refuses(String lastMessage) {
        assertThatThrownBy(() -> login.proceed(message(lastMessage)))
                .isInstanceOf(MongoServerError.class)
                .hasMessageContaining("Authentication failed");
        assertThat(login.isDone()).isFalse();
    }

    private static String challenge(Login login) {
        Document answer = login.start(message("n,," + FIRST).append("mechanism", "SCRAM-SHA-256"));
        return text(answer);
    }

    private String last(String challenge, String nonce, String binding, String secret) throws GeneralSecurityException {
        String withoutProof = "c=" + binding + ",r=" + nonce;
        byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(
                        secret.toCharArray(), credentials.salt(), Credentials.ITERATIONS, 32 * Byte.SIZE))
                .getEncoded();
        byte[] clientKey = hmac(salted, "Client Key");
        byte[] signature = hmac(
                MessageDigest.getInstance("SHA-256").digest(clientKey), FIRST + "," + challenge + "," + withoutProof);
        byte[] proof = new byte[clientKey.length];
        for (int index = 0; index < proof.length; index++) {
            proof[index] = (byte) (clientKey[index] ^ signature[index]);
        }
        return withoutProof + ",p=" + base64(proof);
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String nonce(String challenge) {
        return challenge.substring("r=".length(), challenge.indexOf(",s="));
    }

    private static String text(Document answer) {
        return answer.get("payload") instanceof BinData payload
                ? new String(payload.getData(), StandardCharsets.UTF_8)
                : "";
    }

    private static Document message(String payload) {
        return new Document("payload", new BinData(payload.getBytes(StandardCharsets.UTF_8)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
