package org.openengagement.transparency;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What all the formats ask of their text: one way to write each value, and no other. */
final class StrictText {

    private StrictText() {}

    /**
     * @param what names the text in the message
     * @throws MalformedTextException if it is not padded base64 of the standard alphabet, with no bits left over
     */
    static byte[] base64(String text, String what) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (base64(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException malformed) {
            throw new MalformedTextException("%s is not base64.".formatted(what), malformed);
        }
        throw new MalformedTextException("%s is base64 of an unusual kind.".formatted(what));
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * @throws MalformedTextException if the bytes are not UTF-8
     */
    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new MalformedTextException("This is not UTF-8.", malformed);
        }
    }

    /**
     * @throws MalformedTextException if the text holds an unpaired surrogate
     */
    static byte[] utf8(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException unpaired) {
            throw new MalformedTextException("A text holds an unpaired surrogate.", unpaired);
        }
    }

    /** Whether the text holds an ASCII control character other than a line feed. */
    static boolean holdsControlCharacters(String text) {
        return text.chars().anyMatch(character -> character < ' ' && character != '\n');
    }
}
