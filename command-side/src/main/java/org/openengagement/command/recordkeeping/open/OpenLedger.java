package org.openengagement.command.recordkeeping.open;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.openengagement.command.dispatch.Bounds;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.command.dispatch.Refusal;

/**
 * Begins the ledger.
 *
 * @param origin the name of its log, a URL prefix without scheme and trailing slash
 * @param zone the time zone whose days it counts, an IANA name
 * @param languages its languages, BCP 47, the first one first; one at least
 * @param verifierKey its log's public key as a C2SP vkey
 */
public record OpenLedger(String origin, String zone, List<String> languages, String verifierKey)
        implements Command<Outcome> {

    private static final Pattern ORIGIN = Pattern.compile("[^\\s+/]+(?:/[^\\s+/]+)*");

    public OpenLedger {
        checkedOrigin(origin);
        try {
            ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw Refusal.invalid("zone", "zone must be a time zone by its IANA name, such as Europe/Skopje.");
        }
        if (languages.isEmpty()) {
            throw Refusal.invalid("languages", "languages must name one language at least.");
        }
        languages.forEach(language -> Bounds.language("languages", language));
        languages = Bounds.list("languages", languages, 50);
        Bounds.text("verifierKey", verifierKey, 400);
    }

    @Override
    public Outcome answer(Outcome outcome) {
        return outcome;
    }

    /**
     * An origin that a log can have.
     *
     * @throws Refusal if it is none
     */
    static String checkedOrigin(String origin) {
        if (!ORIGIN.matcher(Bounds.text("origin", origin, 200)).matches()) {
            throw Refusal.invalid(
                    "origin",
                    "origin must be a URL prefix without scheme, spaces, plus signs and a slash at the end, such as example.org/ledger.");
        }
        return origin;
    }
}
