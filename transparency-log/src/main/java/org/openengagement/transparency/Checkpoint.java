package org.openengagement.transparency;

/**
 * The head of a log, by C2SP tlog-checkpoint, without extension lines. As text it is signed as a {@link Note}.
 *
 * @param origin the name of the log; need not be the name of the key that signs
 * @param size how many entries the log holds
 * @param root the root of the tree over them
 */
public record Checkpoint(String origin, long size, Hash root) {

    private static final int LINES = 3;

    /**
     * @throws MalformedTextException if a checkpoint cannot say this
     */
    public Checkpoint {
        StrictText.utf8(origin);
        if (origin.isEmpty() || origin.indexOf('\n') >= 0 || StrictText.holdsControlCharacters(origin)) {
            throw new MalformedTextException("The origin of a checkpoint is one line that is not empty.");
        }
        if (size < 0) {
            throw new MalformedTextException("A log cannot hold %d entries.".formatted(size));
        }
        if (size == 0 && !root.equals(Hash.ofEmptyTree())) {
            throw new MalformedTextException("The root of an empty log is the hash of nothing.");
        }
    }

    /**
     * A checkpoint from its text: three lines, each ended by a line feed.
     *
     * @throws MalformedTextException if it is none
     */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != LINES + 1 || !lines[LINES].isEmpty()) {
            throw new MalformedTextException("A checkpoint has three lines: origin, size, root.");
        }
        byte[] root = StrictText.base64(lines[2], "The root");
        if (root.length != Hash.LENGTH) {
            throw new MalformedTextException("The root has %d bytes, not %d.".formatted(root.length, Hash.LENGTH));
        }
        return new Checkpoint(lines[0], size(lines[1]), Hash.of(root));
    }

    /** The text to be signed. */
    public String text() {
        return origin + "\n" + size + "\n" + StrictText.base64(root.toByteArray()) + "\n";
    }

    private static long size(String digits) {
        if (!digits.matches("0|[1-9][0-9]{0,18}")) {
            throw new MalformedTextException("The size of a log is written in plain decimal digits.");
        }
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException tooLarge) {
            throw new MalformedTextException("The size %s is beyond any log.".formatted(digits), tooLarge);
        }
    }
}
