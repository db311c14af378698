package org.openengagement.command.importing.lines;

import java.util.Objects;
import org.openengagement.ledger.entry.canonical.CanonicalJson;
import org.openengagement.ledger.entry.canonical.JsonRefusedException;
import tools.jackson.databind.node.ObjectNode;

/** One line as it stands in its file, without the line's end. Immutable. */
public final class RawLine {

    private final long number;
    private final byte[] bytes;

    RawLine(long number, byte[] bytes) {
        this.number = number;
        this.bytes = bytes;
    }

    /** Its number in the file, from 1. */
    public long number() {
        return number;
    }

    /** How many bytes it has. */
    public int length() {
        return bytes.length;
    }

    boolean isBlank() {
        for (byte each : bytes) {
            if (each != ' ' && each != '\t') {
                return false;
            }
        }
        return true;
    }

    /**
     * The one JSON object that the line holds.
     *
     * @throws LineRefusedException if it holds anything else, in part or whole
     */
    public Fields object() {
        if (bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            throw new LineRefusedException(number, "it begins with a byte order mark, which JSON Lines must not have.");
        }
        try {
            if (CanonicalJson.parse(bytes) instanceof ObjectNode object) {
                return new Fields(number, "", object);
            }
        } catch (JsonRefusedException refused) {
            throw new LineRefusedException(
                    number, Objects.toString(refused.getMessage()).replace(" at line 1, column", " at column"));
        }
        throw new LineRefusedException(number, "it holds no JSON object; one object a line is taken.");
    }
}
