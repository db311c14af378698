package org.openengagement.transparency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A text with signatures, by C2SP signed-note: the text, an empty line, a line for each signature.
 *
 * @param text ends with a line feed; no other ASCII control characters
 * @param signatures one at least
 */
public record Note(String text, List<NoteSignature> signatures) {

    /** The most bytes a note may have: none of ours has a thousand. */
    public static final int LONGEST = 1 << 20;

    /** The most signatures a note may have. */
    public static final int MOST_SIGNATURES = 100;

    /**
     * @throws MalformedTextException if a note cannot hold this
     */
    public Note {
        signatures = List.copyOf(signatures);
        StrictText.utf8(text);
        if (!text.endsWith("\n")) {
            throw new MalformedTextException("The text of a note ends with a line feed.");
        }
        if (StrictText.holdsControlCharacters(text)) {
            throw new MalformedTextException("A note holds no control characters but line feeds.");
        }
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new MalformedTextException(
                    "A note has 1 to %d signatures, not %d.".formatted(MOST_SIGNATURES, signatures.size()));
        }
    }

    /**
     * A note from its bytes.
     *
     * @throws MalformedTextException if they are none
     */
    public static Note parse(byte[] note) {
        if (note.length > LONGEST) {
            throw new MalformedTextException("A note has at most %,d bytes.".formatted(LONGEST));
        }
        String whole = StrictText.utf8(note);
        int emptyLine = whole.lastIndexOf("\n\n");
        if (emptyLine < 0) {
            throw new MalformedTextException("A note has an empty line before its signatures.");
        }
        String lines = whole.substring(emptyLine + 2);
        if (!lines.endsWith("\n")) {
            throw new MalformedTextException("Each signature of a note ends with a line feed.");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : lines.substring(0, lines.length() - 1).split("\n", MOST_SIGNATURES + 1)) {
            signatures.add(NoteSignature.parse(line));
        }
        return new Note(whole.substring(0, emptyLine + 1), signatures);
    }

    /**
     * Which of some keys signed this note. Signatures of other keys are ignored, as the format asks for.
     *
     * @return those that did, empty where none did
     * @throws ForgedNoteException if a signature says that it is one of these keys' and is not: such a note is not to be used at
     *     all
     */
    public Set<VerifierKey> verifiedBy(Collection<VerifierKey> keys) {
        Set<VerifierKey> verified = new LinkedHashSet<>();
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : keys) {
                if (key.signed(signature)) {
                    if (!key.verifies(text, signature)) {
                        throw new ForgedNoteException(key);
                    }
                    verified.add(key);
                }
            }
        }
        return verified;
    }

    /** The note as it is written. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature).append('\n'));
        return note.toString();
    }
}
