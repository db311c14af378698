package org.openengagement.embedded.server.login;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** One connection's login by SCRAM-SHA-256 (RFC 5802, RFC 7677): {@code saslStart}, then {@code saslContinue}. */
public final class Login {

    private static final int NONCE_BYTES = 24;

    /** Without channel binding: base64 of "n,,". */
    private static final String NO_CHANNEL_BINDING = "biws";

    private final Credentials credentials;
    private final SecureRandom random;
    private @Nullable String clientFirst;
    private @Nullable String serverFirst;
    private @Nullable String nonce;
    private boolean done;

    public Login(Credentials credentials, SecureRandom random) {
        this.credentials = credentials;
        this.random = random;
    }

    public boolean isDone() {
        return done;
    }

    /** @throws MongoServerError if it is another mechanism, another user, or no SCRAM message */
    public Document start(Document request) {
        if (!"SCRAM-SHA-256".equals(request.get("mechanism"))) {
            throw refusal();
        }
        String message = payload(request);
        if (!message.startsWith("n,,")) {
            throw refusal();
        }
        String bare = message.substring("n,,".length());
        if (!attribute(bare, "n").equals(Credentials.USER)) {
            throw refusal();
        }
        byte[] own = new byte[NONCE_BYTES];
        random.nextBytes(own);
        String joint = attribute(bare, "r") + Base64.getEncoder().encodeToString(own);
        // Not by a format, which would write the number in the digits of the machine's language.
        String answer = "r=" + joint + ",s=" + Base64.getEncoder().encodeToString(credentials.salt()) + ",i="
                + Credentials.ITERATIONS;
        clientFirst = bare;
        nonce = joint;
        serverFirst = answer;
        return answer(answer, false);
    }

    /** @throws MongoServerError if the proof is wrong */
    public Document proceed(Document request) {
        String message = payload(request);
        int proofAt = message.lastIndexOf(",p=");
        if (clientFirst == null || proofAt < 0) {
            throw refusal();
        }
        String signedText = clientFirst + "," + serverFirst + "," + message.substring(0, proofAt);
        boolean known = attribute(message, "r").equals(nonce)
                && attribute(message, "c").equals(NO_CHANNEL_BINDING)
                && credentials.isProof(decoded(message.substring(proofAt + ",p=".length())), signedText);
        clientFirst = null;
        if (!known) {
            throw refusal();
        }
        done = true;
        return answer("v=" + Base64.getEncoder().encodeToString(credentials.signature(signedText)), true);
    }

    private static Document answer(String payload, boolean done) {
        return new Document("conversationId", 1)
                .append("done", done)
                .append("payload", new BinData(payload.getBytes(StandardCharsets.UTF_8)));
    }

    private static String payload(Document request) {
        if (request.get("payload") instanceof BinData payload) {
            return new String(payload.getData(), StandardCharsets.UTF_8);
        }
        throw refusal();
    }

    private static String attribute(String message, String name) {
        for (String attribute : message.split(",", -1)) {
            if (attribute.startsWith(name + "=")) {
                return attribute.substring(name.length() + 1);
            }
        }
        throw refusal();
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException noBase64) {
            return new byte[0];
        }
    }

    private static MongoServerError refusal() {
        return new MongoServerError(18, "AuthenticationFailed", "Authentication failed.");
    }
}
