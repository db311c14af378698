package org.openengagement.command.importing.identifying;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.keys.LocalSecret;
import org.openengagement.ledger.entry.canonical.CanonicalJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * How the ledger recognizes what it imported: by HMACs under the identity key. Plain digests would not do, since the ids and
 * texts of a source can hold names and could be guessed.
 *
 * <p>The id of an imported case follows from its source and its id there. So the next line, the next import and the next
 * node find it without a table, and nobody without the key can tell which case of a source it is.
 */
public final class Identities {

    private static final int LENGTH = 16;

    private final LocalSecret key;

    public Identities(LocalSecret key) {
        this.key = key;
    }

    /** The same for two lines of a source that say the same. */
    public byte[] line(String source, ImportLine line) {
        String data = new String(line.data().canonical(), StandardCharsets.UTF_8);
        return code(
                "oel/import-line/v1",
                source,
                line.caseId(),
                line.type(),
                line.referral(),
                line.effectiveOn().toString(),
                data);
    }

    /**
     * The claim of a line.
     *
     * @param ordinal how many equal lines stand before it in the file
     */
    public static String claim(byte[] line, int ordinal) {
        return "import#" + text(line) + (ordinal == 0 ? "" : "." + ordinal);
    }

    /** The id of a case, which its stream is named by. */
    String caseId(String source, String caseOfSource) {
        return text(code("oel/import-case/v1", source, caseOfSource));
    }

    /** The claim that finds a referral by its id in the source. */
    public String referral(String caseId, String referralOfSource) {
        return "import-referral#" + text(code("oel/import-referral/v1", caseId, referralOfSource));
    }

    /** The claim that finds the referral that goes on with another one of its case, under the same id of the source. */
    public String goesOn(String caseId, String number) {
        return "import-referral#" + text(code("oel/import-referral-goes-on/v1", caseId, number));
    }

    /** The claim that finds an answer by its id in the source. */
    public String response(String caseId, String responseOfSource) {
        return "import-response#" + text(code("oel/import-response/v1", caseId, responseOfSource));
    }

    /** The first 64 bits of a code, never 0. */
    static long beginning(byte[] code) {
        return ByteBuffer.wrap(code).getLong() | 1L << 63;
    }

    /** The first 64 bits of what a case is known by within a file. */
    long caseInFile(String caseOfFile) {
        return beginning(code("oel/import-case-in-file/v1", caseOfFile));
    }

    private byte[] code(String purpose, @Nullable String... parts) {
        // As JSON, so that no two lists of parts are one text.
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String part : parts) {
            list.add(part);
        }
        return key.code(LENGTH, purpose, new String(CanonicalJson.bytesOf(list), StandardCharsets.UTF_8));
    }

    private static String text(byte[] code) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    }
}
