package org.openengagement.query.register;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.recordkeeping.LedgerOpened;
import org.openengagement.ledger.events.register.InstitutionKind;
import org.openengagement.query.api.RequestException;
import org.openengagement.query.following.LocalReadModel;

/**
 * What cases refer to, kept in memory: it is small. It begins from the streams that the local index knows of, and is then
 * told of every event.
 */
public final class Register implements LocalReadModel {

    private volatile RegisterView view = RegisterView.EMPTY;
    private volatile long position = -1;

    /** Whether an event belongs here. */
    public static boolean keeps(String stream) {
        return !stream.startsWith("proposal/") && !stream.startsWith("endorsement/");
    }

    /** Begins anew with what some streams hold up to a position. */
    public void load(OpenedLedger ledger, Collection<String> streams, long upTo) {
        RegisterView loaded = RegisterView.EMPTY;
        for (String stream : streams) {
            for (RecordedEvent event : ledger.readStream(stream)) {
                if (event.position() <= upTo) {
                    loaded = loaded.evolve(event);
                }
            }
        }
        view = loaded;
        position = upTo;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void on(RecordedEvent event) {
        if (event.position() > position) {
            view = view.evolve(event);
            position = event.position();
        }
    }

    /** There is nothing to do: what was taken in is seen at once. */
    @Override
    public void show() {}

    public RegisterView view() {
        return view;
    }

    /** An institution by its slug; one that the register does not hold yet is shown by its slug alone. */
    public InstitutionView institution(String slug) {
        return view.institution(slug)
                .orElseGet(() -> new InstitutionView(
                        slug, Map.of(), InstitutionKind.OTHER, null, List.of(), List.of(), position));
    }

    /**
     * The ledger's own opening.
     *
     * @throws RequestException if this node has not read it yet
     */
    public LedgerOpened ledger() {
        LedgerOpened opened = view.opened();
        if (opened == null) {
            throw RequestException.unavailable("This node has not read the ledger's first entry yet.");
        }
        return opened;
    }

    /** The zone whose days the ledger counts. */
    public ZoneId zone() {
        return ZoneId.of(ledger().zone());
    }

    /** The ledger's languages, the first one first. */
    public List<String> languages() {
        return ledger().languages();
    }
}
