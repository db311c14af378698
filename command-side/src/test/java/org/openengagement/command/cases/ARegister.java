package org.openengagement.command.cases;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.clock.WorkingDays;
import org.openengagement.command.register.Register;
import org.openengagement.ledger.events.register.DayUnit;
import org.openengagement.ledger.events.register.LegalBasisEnacted;

/** A register that holds what a test says. */
public final class ARegister implements Register {

    private final Set<String> institutions = new HashSet<>();
    private final Map<String, LegalBasisEnacted> legalBases = new HashMap<>();
    private final Map<String, WorkingDays> calendars = new HashMap<>();

    private ARegister() {}

    /** Skopje and Ohrid; fifteen calendar days, twenty working days by the calendar mk. */
    public static ARegister ofTheTests() {
        return new ARegister()
                .institution("skopje")
                .institution("ohrid")
                .calendar("mk", "2026-01-01", "2026-12-08", "2026-03-18")
                .legalBasis("calendar-15", 15, DayUnit.CALENDAR, null)
                .legalBasis("working-20", 20, DayUnit.WORKING, "mk");
    }

    private ARegister institution(String slug) {
        institutions.add(slug);
        return this;
    }

    private ARegister calendar(String code, String... days) {
        calendars.put(
                code,
                WorkingDays.of(
                        code, 3, Arrays.stream(days).map(LocalDate::parse).toList()));
        return this;
    }

    private ARegister legalBasis(String code, int days, DayUnit unit, @Nullable String calendar) {
        legalBases.put(code, new LegalBasisEnacted(code, code, days, unit, false, true, 0, calendar));
        return this;
    }

    @Override
    public boolean holdsInstitution(String slug) {
        return institutions.contains(slug);
    }

    @Override
    public Optional<LegalBasisEnacted> legalBasis(String code) {
        return Optional.ofNullable(legalBases.get(code));
    }

    @Override
    public Optional<WorkingDays> calendar(String code) {
        return Optional.ofNullable(calendars.get(code));
    }
}
