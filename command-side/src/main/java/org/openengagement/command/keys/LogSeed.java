package org.openengagement.command.keys;

/** The seed of the log's signing key. */
public final class LogSeed {

    private final byte[] bytes;

    LogSeed(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Says nothing of the seed. */
    @Override
    public String toString() {
        return "LogSeed";
    }
}
