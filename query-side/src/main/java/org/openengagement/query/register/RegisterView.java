package org.openengagement.query.register;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.recordkeeping.ImportRunClosed;
import org.openengagement.ledger.events.recordkeeping.ImportRunOpened;
import org.openengagement.ledger.events.recordkeeping.LedgerOpened;
import org.openengagement.ledger.events.recordkeeping.RecordkeepingEvent;
import org.openengagement.ledger.events.register.HolidayCalendarPublished;
import org.openengagement.ledger.events.register.InstitutionRegistered;
import org.openengagement.ledger.events.register.LegalBasisEnacted;
import org.openengagement.ledger.events.register.RegisterEvent;

/**
 * All that cases refer to, at one position of the ledger. Immutable.
 *
 * @param opened the ledger itself; {@code null} before its entry 0
 * @param institutions by slug, in order
 * @param legalBases by code, in order
 * @param calendars the newest version of each, by code, in order
 */
public record RegisterView(
        @Nullable LedgerOpened opened,
        Map<String, InstitutionView> institutions,
        Map<String, LegalBasisEnacted> legalBases,
        Map<String, HolidayCalendarPublished> calendars) {

    static final RegisterView EMPTY = new RegisterView(null, Map.of(), Map.of(), Map.of());

    /** The register after one more event. The same event again changes nothing. */
    RegisterView evolve(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case RegisterEvent event -> onRegister(event, recorded.position());
            case RecordkeepingEvent event -> onRecordkeeping(event);
            // All other families tell of cases.
            default -> this;
        };
    }

    private RegisterView onRegister(RegisterEvent event, long position) {
        return switch (event) {
            case InstitutionRegistered registered ->
                new RegisterView(
                        opened,
                        with(institutions, registered.slug(), viewOf(registered, position)),
                        legalBases,
                        calendars);
            case LegalBasisEnacted enacted ->
                new RegisterView(opened, institutions, with(legalBases, enacted.code(), enacted), calendars);
            case HolidayCalendarPublished published ->
                new RegisterView(opened, institutions, legalBases, with(calendars, published.code(), published));
        };
    }

    private RegisterView onRecordkeeping(RecordkeepingEvent event) {
        return switch (event) {
            case LedgerOpened ledger -> new RegisterView(ledger, institutions, legalBases, calendars);
            case ImportRunOpened run -> this;
            case ImportRunClosed run -> this;
        };
    }

    /** An institution by its slug. */
    public Optional<InstitutionView> institution(String slug) {
        return Optional.ofNullable(institutions.get(slug));
    }

    private static InstitutionView viewOf(InstitutionRegistered event, long position) {
        return new InstitutionView(
                event.slug(),
                event.name(),
                event.kind(),
                event.parent(),
                event.identifiers(),
                event.topics(),
                position);
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        TreeMap<String, V> next = new TreeMap<>(map);
        next.put(key, value);
        return java.util.Collections.unmodifiableMap(next);
    }
}
