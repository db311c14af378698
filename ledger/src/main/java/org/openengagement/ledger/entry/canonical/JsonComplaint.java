package org.openengagement.ledger.entry.canonical;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Tells a person why a text is not strict JSON, without the names that only the parser's own settings have. */
final class JsonComplaint {

    private JsonComplaint() {}

    /** What is wrong, in words. */
    static String of(JacksonException malformed) {
        String said = malformed.getOriginalMessage();
        if (said.startsWith("Unexpected end-of-input")) {
            return "it ends before its value does; it may have been cut off.";
        }
        return malformed instanceof MismatchedInputException
                ? "something follows after its one value."
                : withoutSettings(said);
    }

    /** The parser's sentence without what it says of its source, its settings and how to change them. */
    private static String withoutSettings(String said) {
        return said.replaceAll(" \\((?:for|start marker) [^()]*Source: [^()]*(?:\\([^()]*\\)[^()]*)*\\)", "")
                .replaceAll(", from `[^`]*`", "")
                .replaceAll(": enable `[^`]*` to allow", "")
                .replaceAll(" \\(not recognized as one since [^()]*\\)", "");
    }
}
