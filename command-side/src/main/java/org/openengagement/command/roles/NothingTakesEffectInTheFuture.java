package org.openengagement.command.roles;

import java.time.LocalDate;
import java.util.List;
import org.openengagement.command.dispatch.Rule;

record NothingTakesEffectInTheFuture(LocalDate effectiveOn, LocalDate today) implements Rule {

    @Override
    public boolean isBroken() {
        return effectiveOn.isAfter(today);
    }

    @Override
    public String sentence() {
        return "%s is in the future; for the ledger today is %s.".formatted(effectiveOn, today);
    }

    @Override
    public List<String> field() {
        return List.of("effectiveOn");
    }
}
