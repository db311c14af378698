package org.openengagement.ledger.entry;

/**
 * Numbers that stand at fixed places of a text. The JDK's formatters read the same in many times the time, and an entry
 * holds two dates or more.
 */
record FixedDigits(String text) {

    /** Whether the text is as long as a pattern, has a digit wherever the pattern has 0, and else its very characters. */
    boolean have(String pattern) {
        if (text.length() != pattern.length()) {
            return false;
        }
        for (int at = 0; at < text.length(); at++) {
            char found = text.charAt(at);
            if (pattern.charAt(at) == '0' ? found < '0' || found > '9' : found != pattern.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    /** The number between two places; there are digits only. */
    int number(int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            number = 10 * number + text.charAt(at) - '0';
        }
        return number;
    }
}
