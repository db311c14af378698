package org.openengagement.command.importing.translating;

import java.util.List;
import org.openengagement.ledger.events.clock.GroundGiven;

/** What moves the days by which a case is judged. */
final class ClockVerbs {

    static final List<Verb> ALL = List.of(new NotTakenYet(GroundGiven.class));

    private ClockVerbs() {}
}
