package org.openengagement.deployment.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoClient;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;

/** What opens the sealed texts of the ledger, as it stands in the database, read with nothing of the ledger's own code. */
final class TextsOnDisk {

    /** What of a mutation's input is text that the ledger seals. */
    private static final Set<String> SEALED_INPUTS = Set.of("title", "text");

    private static final byte[] SEAL = "oel/seal/v1\0".getBytes(UTF_8);

    private final Map<String, Map<String, Text>> texts = new HashMap<>();

    private record Text(String salt, String value) {}

    /** What a member alone holds; it must have caught up. */
    static TextsOnDisk of(MongoClient member) {
        return of(member.getDatabase(ReplicaSetUnderFault.DATABASE)
                .withReadPreference(ReadPreference.primaryPreferred())
                .withReadConcern(ReadConcern.MAJORITY)
                .getCollection("disclosures")
                .find());
    }

    static TextsOnDisk of(Iterable<Document> disclosures) {
        TextsOnDisk found = new TextsOnDisk();
        for (Document disclosure : disclosures) {
            Map<String, Text> ofEvent = new HashMap<>();
            for (Document field : disclosure.getList("fields", Document.class)) {
                ofEvent.put(field.getString("path"), new Text(field.getString("salt"), field.getString("value")));
            }
            found.texts.put(disclosure.getString("_id"), ofEvent);
        }
        return found;
    }

    /** The sealed fields of a ledger that nothing opens, or something that is not what was sealed. */
    List<String> closed(LedgerOnDisk ledger) {
        List<String> found = new ArrayList<>();
        for (LedgerOnDisk.Entry entry : ledger.entries()) {
            Map<String, Text> ofEvent = texts.getOrDefault(entry.id(), Map.of());
            entry.sealed().forEach((path, digest) -> {
                Text text = ofEvent.get(path);
                if (text == null || !digest(text, entry.id(), path).equals(digest)) {
                    found.add("%s of %s in %s is %s"
                            .formatted(path, entry.type(), entry.stream(), text == null ? "gone" : "another text"));
                }
            });
        }
        return found;
    }

    /** The acknowledged commands whose texts are not kept as they were sent. */
    List<String> contradictions(LedgerOnDisk ledger, List<Acknowledged> acknowledged) {
        List<String> found = new ArrayList<>();
        for (Acknowledged each : acknowledged) {
            List<String> kept = ledger.unitAt(each.answer().position()).stream()
                    .flatMap(entry -> texts.getOrDefault(entry.id(), Map.of()).values().stream())
                    .map(Text::value)
                    .toList();
            each.mutation().input().forEach((name, sent) -> {
                if (SEALED_INPUTS.contains(name) && !kept.contains(sent)) {
                    found.add("The %s of %s is not kept: %s".formatted(name, each, kept));
                }
            });
        }
        return found;
    }

    /** How many fields can be opened. */
    long size() {
        return texts.values().stream().mapToLong(Map::size).sum();
    }

    /** As the log's format has it: an HMAC under the salt over the event's id, the field's path and its value. */
    static String digest(String salt, String event, String path, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(salt), "HmacSHA256"));
            mac.update(SEAL);
            for (String part : List.of(event, path, value)) {
                byte[] bytes = part.getBytes(UTF_8);
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                mac.update(bytes);
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String digest(Text text, String event, String path) {
        return digest(text.salt(), event, path, text.value());
    }
}
