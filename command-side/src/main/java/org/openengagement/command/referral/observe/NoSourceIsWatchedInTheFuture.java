package org.openengagement.command.referral.observe;

import java.time.LocalDate;
import java.util.List;
import org.openengagement.command.dispatch.Rule;

/**
 * That a source was last looked at before a referral was delivered is no contradiction: it may tell of the delivery by another
 * way than of the answer. Of such a referral nothing is known but that it was delivered.
 */
record NoSourceIsWatchedInTheFuture(LocalDate until, LocalDate today) implements Rule {

    @Override
    public boolean isBroken() {
        return until.isAfter(today);
    }

    @Override
    public String sentence() {
        return "A source is watched until today, %s, at most; not until %s.".formatted(today, until);
    }

    @Override
    public List<String> field() {
        return List.of("until");
    }
}
