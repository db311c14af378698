package org.openengagement.command.keys;

/** The keys that a ledger needs for as long as it lives. The token key is none of them: tokens are issued again. */
enum LedgerKey {
    ACTOR("actor-key", "makes the pseudonyms of those who act, and with another one they would be strangers"),
    IDENTITY(
            "identity-key",
            "makes known what was imported or sent before, and with another one all of that would be taken a second time"),
    VAULT("vault-key", "makes the access codes of citizens, and with another one theirs would no longer be good"),
    LOG("log-key", "signs the ledger's log, whose first entry names it");

    private final String file;
    private final String purpose;

    LedgerKey(String file, String purpose) {
        this.file = file;
        this.purpose = purpose;
    }

    /** The name of its file. */
    String file() {
        return file;
    }

    /** What it is for, as in "It makes ...". */
    String purpose() {
        return purpose;
    }
}
