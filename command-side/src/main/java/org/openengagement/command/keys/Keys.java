package org.openengagement.command.keys;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.BinaryOperator;
import java.util.function.Function;
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
     * The keys of a ledger that is empty yet; what is missing is made.
     *
     * @throws KeysUnusableException if a key cannot be read or made, is damaged, or others may read it
     */
    public static Keys made(Path directory, SecureRandom random) {
        KeyDirectory keys = KeyDirectory.open(directory);
        return of(keys, key -> keys.obtain(key.file(), () -> LocalSecret.freshLine(random)));
    }

    /**
     * The keys of a ledger that has begun. None is made: another key in place of one that is lost would count everything twice
     * that is imported again, and know no pseudonym and no access code any more.
     *
     * @throws KeysUnusableException if a key is missing, cannot be read, is damaged, or others may read it
     */
    public static Keys kept(Path directory) {
        KeyDirectory keys = KeyDirectory.existing(directory);
        return of(keys, key -> keys.kept(key.file(), key.purpose()));
    }

    private static Keys of(KeyDirectory keys, Function<LedgerKey, String> lines) {
        Function<LedgerKey, byte[]> bytes = key -> bytes(keys, key, lines.apply(key));
        return new Keys(
                keys,
                LocalSecret.of(bytes.apply(LedgerKey.ACTOR)),
                LocalSecret.of(bytes.apply(LedgerKey.IDENTITY)),
                LocalSecret.of(bytes.apply(LedgerKey.VAULT)),
                new LogSeed(bytes.apply(LedgerKey.LOG)));
    }

    /**
     * Holds the secrets against the fingerprints that the ledger keeps of them. One that it has none of, because it is new or
     * was begun by an earlier version, gets that of the secret at hand. The log's key is not among them: the ledger's first
     * entry names it.
     *
     * @param known the fingerprint that the ledger keeps under a name, which is the given one where it kept none
     * @throws KeysUnusableException if a key is another than the ledger's
     */
    public void upholdFingerprints(BinaryOperator<String> known) {
        uphold(LedgerKey.ACTOR, actor, known);
        uphold(LedgerKey.IDENTITY, identity, known);
        uphold(LedgerKey.VAULT, vault, known);
    }

    private void uphold(LedgerKey key, LocalSecret secret, BinaryOperator<String> known) {
        String fingerprint = secret.fingerprint(key.file());
        if (!known.apply(key.file(), fingerprint).equals(fingerprint)) {
            throw new KeysUnusableException(
                    "The key %s is another than the one that this ledger has used before. It %s. Put the right one back from where you keep a copy of your keys, or name the directory that holds it with --key-dir (OEL_KEY_DIR)."
                            .formatted(directory.path().resolve(key.file()), key.purpose()));
        }
    }

    /** The key that signs the log's checkpoints, under the log's name. */
    public SigningKey logKey(String origin) {
        return SigningKey.ofSeed(origin, log.bytes());
    }

    private static byte[] bytes(KeyDirectory keys, LedgerKey key, String line) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(line);
            if (bytes.length == LocalSecret.LENGTH) {
                return bytes;
            }
        } catch (IllegalArgumentException noBase64) {
            throw damaged(keys, key);
        }
        throw damaged(keys, key);
    }

    private static KeysUnusableException damaged(KeyDirectory keys, LedgerKey key) {
        return new KeysUnusableException(
                "The key %s is damaged: it must be one line of 43 characters. Put it back from where you keep a copy of your keys."
                        .formatted(keys.path().resolve(key.file())));
    }
}
