package org.openengagement.query.entries;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.query.api.Connection;
import org.openengagement.query.api.Cursor;
import org.openengagement.query.api.Moment;
import org.openengagement.query.api.PageRequest;
import org.openengagement.query.search.EntryFilter;
import org.openengagement.query.search.EntrySearch;

/** Reads the public events: by position, by filter, by case. */
public final class Entries {

    /** What cursors of entries say of their order. */
    static final String ORDER = "POSITION";

    /** Positions so near to each other are read in one go. */
    private static final int NEAR = 8;

    private final OpenedLedger ledger;
    private final EntrySearch search;

    public Entries(OpenedLedger ledger, EntrySearch search) {
        this.ledger = ledger;
        this.search = search;
    }

    /** The entry at a position, if the ledger holds it. */
    public Optional<PublicEntry> at(long position) {
        if (position < 0 || position >= ledger.size()) {
            return Optional.empty();
        }
        return ledger.read(position, 1).stream().findFirst().map(PublicEntry::new);
    }

    /** The entries that meet a filter. */
    Connection<PublicEntry> find(EntryFilter filter, PageRequest page, Moment now) {
        EntrySearch.Found found = search.find(filter, page, now.position());
        return connection(read(found.positions()), page, found.total(), now);
    }

    /** The entries of one case up to a moment. */
    Connection<PublicEntry> history(String stream, PageRequest page, Moment moment) {
        List<RecordedEvent> all = ledger.readStream(stream).stream()
                .filter(event -> event.position() <= moment.position())
                .toList();
        List<PublicEntry> found = all.stream()
                .filter(event ->
                        page.after() == null || event.position() > page.after().id())
                .limit(page.size() + 1L)
                .map(PublicEntry::new)
                .toList();
        return connection(found, page, all.size(), moment);
    }

    private static Connection<PublicEntry> connection(
            List<PublicEntry> found, PageRequest page, long total, Moment moment) {
        return Connection.of(found, page, total, entry -> new Cursor(ORDER, "", entry.position(), moment.position()));
    }

    private List<PublicEntry> read(List<Long> positions) {
        List<PublicEntry> entries = new ArrayList<>();
        for (int from = 0; from < positions.size(); ) {
            int to = from + 1;
            while (to < positions.size() && positions.get(to) - positions.get(to - 1) <= NEAR) {
                to++;
            }
            List<Long> wanted = positions.subList(from, to);
            range(wanted.getFirst(), wanted.getLast()).stream()
                    .filter(event -> wanted.contains(event.position()))
                    .map(PublicEntry::new)
                    .forEach(entries::add);
            from = to;
        }
        return entries;
    }

    /** A reading may hold fewer than were asked for, where they are long. */
    private List<RecordedEvent> range(long first, long last) {
        List<RecordedEvent> events = new ArrayList<>();
        for (long next = first; next <= last; ) {
            List<RecordedEvent> some = ledger.read(next, Math.toIntExact(last - next + 1));
            if (some.isEmpty()) {
                break;
            }
            events.addAll(some);
            next = some.getLast().position() + 1;
        }
        return events;
    }
}
