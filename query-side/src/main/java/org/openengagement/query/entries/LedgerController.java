package org.openengagement.query.entries;

import java.util.List;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.events.recordkeeping.LedgerOpened;
import org.openengagement.query.api.RequestException;
import org.openengagement.query.following.FollowingConfiguration;
import org.openengagement.query.register.Moments;
import org.openengagement.query.register.Register;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The ledger itself. */
@Controller
final class LedgerController {

    private final OpenedLedger ledger;
    private final Entries entries;
    private final Register register;
    private final Moments moments;

    LedgerController(
            @Qualifier(FollowingConfiguration.FAIL_FAST_LEDGER) OpenedLedger ledger,
            Entries entries,
            Register register,
            Moments moments) {
        this.ledger = ledger;
        this.entries = entries;
        this.register = register;
        this.moments = moments;
    }

    /** What is said of the ledger. */
    record LedgerView(
            long size, String origin, String verifierKey, String zone, List<String> languages, long reached) {}

    @QueryMapping
    LedgerView ledger() {
        LedgerOpened opened = register.ledger();
        return new LedgerView(
                ledger.size(),
                opened.origin(),
                opened.verifierKey(),
                opened.zone(),
                opened.languages(),
                moments.now().position());
    }

    /** Read only for who asks for it: the rest is told also while the ledger is away. */
    @SchemaMapping(typeName = "Ledger")
    PublicEntry head(LedgerView ledger) {
        return entries.at(ledger.size() - 1)
                .orElseThrow(() -> RequestException.unavailable("The ledger's newest entry cannot be read."));
    }
}
