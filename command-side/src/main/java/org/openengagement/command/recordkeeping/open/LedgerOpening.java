package org.openengagement.command.recordkeeping.open;

import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.openengagement.command.dispatch.BackOff;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Commands;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.command.keys.Keys;
import org.openengagement.command.keys.KeysUnusableException;
import org.openengagement.command.roles.Today;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.recordkeeping.LedgerOpened;
import org.openengagement.ledger.store.NotTheWriterException;

/** What a start does first: an empty ledger is opened, one that has begun is checked against the keys at hand. */
public final class LedgerOpening {

    /** At a quarter of a second each: longer than a lease is held by one who died. */
    private static final int ATTEMPTS = 120;

    private final Commands commands;
    private final OpenedLedger ledger;
    private final Keys keys;
    private final BinaryOperator<String> fingerprints;
    private final Today today;
    private final BackOff backOff;

    /**
     * What a start needs.
     *
     * @param fingerprints the fingerprint that the ledger keeps of a key, which is the given one where it kept none
     * @param backOff waits between two looks, where another node is the one to open the ledger
     */
    public LedgerOpening(
            Commands commands,
            OpenedLedger ledger,
            Keys keys,
            BinaryOperator<String> fingerprints,
            Today today,
            BackOff backOff) {
        this.commands = commands;
        this.ledger = ledger;
        this.keys = keys;
        this.fingerprints = fingerprints;
        this.today = today;
        this.backOff = backOff;
    }

    /**
     * Entry 0 of the ledger. The arguments are used on an empty ledger only.
     *
     * @throws NotTheWriterException if another node is to open it, and does not for about half a minute
     * @throws Refusal if the ledger is empty and the arguments are wrong
     * @throws KeysUnusableException if one of the keys at hand is another than the ledger's
     */
    public LedgerOpened ensureOpen(String origin, String zone, List<String> languages) {
        LedgerOpened opened = firstOrOpened(origin, zone, languages);
        String verifierKey = keys.logKey(opened.origin()).verifierKey().toString();
        if (!opened.verifierKey().equals(verifierKey)) {
            throw new KeysUnusableException(
                    "The ledger %s was opened with another log key than the one in %s. Name its own keys with --key-dir (OEL_KEY_DIR), or another database."
                            .formatted(opened.origin(), keys.directory().path()));
        }
        keys.upholdFingerprints(fingerprints);
        return opened;
    }

    /** A standby waits for the writer to open it, or to become the writer itself. */
    private LedgerOpened firstOrOpened(String origin, String zone, List<String> languages) {
        for (int attempt = 1; ; attempt++) {
            Optional<LedgerOpened> there = first();
            if (there.isPresent()) {
                return there.get();
            }
            try {
                return open(origin, zone, languages);
            } catch (NotTheWriterException standby) {
                if (attempt == ATTEMPTS) {
                    throw standby;
                }
                backOff.before(attempt + 1);
            }
        }
    }

    private LedgerOpened open(String origin, String zone, List<String> languages) {
        OpenLedger command = new OpenLedger(
                origin,
                zone,
                languages,
                keys.logKey(OpenLedger.checkedOrigin(origin)).verifierKey().toString());
        try {
            commands.dispatch(command, Caller.of(Actor.SYSTEM, today.today()));
        } catch (Refusal refusal) {
            // Another node of this ledger was first; then there is an entry 0 now.
            if (refusal.code() != RefusalCode.CONFLICT) {
                throw refusal;
            }
        }
        return first().orElseThrow(() -> new IllegalStateException("The ledger is still empty after it was opened."));
    }

    private Optional<LedgerOpened> first() {
        return ledger.read(0, 1).stream().findFirst().map(entry -> (LedgerOpened) entry.event());
    }
}
