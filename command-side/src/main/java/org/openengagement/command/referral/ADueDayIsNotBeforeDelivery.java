package org.openengagement.command.referral;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.Role;

/**
 * The days of an import are its source's: a question to the UK Parliament can move to another department, and was seen to, when
 * the day that it was due on is over.
 */
public record ADueDayIsNotBeforeDelivery(@Nullable LocalDate dueOn, LocalDate deliveredOn, Role role) implements Rule {

    @Override
    public boolean isBroken() {
        return dueOn != null && dueOn.isBefore(deliveredOn) && role != Role.IMPORT;
    }

    @Override
    public String sentence() {
        return "The due day %s is before the day of delivery, %s.".formatted(dueOn, deliveredOn);
    }

    @Override
    public List<String> field() {
        return List.of("dueOn");
    }
}
