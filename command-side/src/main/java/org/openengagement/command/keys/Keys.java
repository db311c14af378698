package org.openengagement.command.keys;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.openengagement.transparency.SigningKey;

/**
 * The keys of one ledger's command side. They stay out of the backups of its data: whoever holds them can sign for the log,
 * and see through pseudonyms.
 *
 * @param directory where they lie; the token key lies there as well
 * @param log the seed of the log's Ed25519 key, 32 bytes
 * @param actor makes pseudonyms of people who act
 * @param identity makes claims of idempotency keys and of the identities of imported lines
 * @param vault makes the access codes of citizens
 */
public record Keys(KeyDirectory directory, LocalSecret actor, LocalSecret identity, LocalSecret vault, LogSeed log) {

    /**
     * The keys in a directory; what is missing is made.
     *
     * @throws KeysUnusableException if a key cannot be read or made, is damaged, or others may read it
     */
    public static Keys in(Path directory, SecureRandom random) {
        KeyDirectory keys = KeyDirectory.open(directory);
        return new Keys(
                keys,
                secret(keys, "actor-key", random),
                secret(keys, "identity-key", random),
                secret(keys, "vault-key", random),
                new LogSeed(bytes(keys, "log-key", random)));
    }

    /** The key that signs the log's checkpoints, under the log's name. */
    public SigningKey logKey(String origin) {
        return SigningKey.ofSeed(origin, log.bytes());
    }

    private static LocalSecret secret(KeyDirectory keys, String name, SecureRandom random) {
        return LocalSecret.of(bytes(keys, name, random));
    }

    private static byte[] bytes(KeyDirectory keys, String name, SecureRandom random) {
        String line = keys.obtain(name, () -> LocalSecret.freshLine(random));
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(line);
            if (bytes.length == LocalSecret.LENGTH) {
                return bytes;
            }
        } catch (IllegalArgumentException noBase64) {
            throw damaged(keys, name);
        }
        throw damaged(keys, name);
    }

    private static KeysUnusableException damaged(KeyDirectory keys, String name) {
        return new KeysUnusableException(
                "The key %s is damaged: it must be one line of 43 characters. Put it back from where you keep a copy of your keys."
                        .formatted(keys.path().resolve(name)));
    }
}
