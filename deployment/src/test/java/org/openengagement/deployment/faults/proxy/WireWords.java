package org.openengagement.deployment.faults.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;

/** What can be told of a message of MongoDB's wire protocol from the words in its bytes. */
final class WireWords {

    /** How a command begins in BSON: a string element of the command's name. */
    private static final List<byte[]> WRITES = List.of(command("insert"), command("update"), command("findAndModify"));

    private WireWords() {}

    static byte[] text(String word) {
        return word.getBytes(US_ASCII);
    }

    static boolean isWrite(byte[] bytes, int length) {
        return WRITES.stream().anyMatch(command -> contains(bytes, length, command));
    }

    static boolean contains(byte[] bytes, int length, byte[] word) {
        for (int start = 0; start + word.length <= length; start++) {
            if (Arrays.equals(bytes, start, start + word.length, word, 0, word.length)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] command(String name) {
        return text("\2" + name + "\0");
    }
}
