package org.openengagement.query.figures.columns;

import java.util.List;
import org.openengagement.ledger.events.intake.Channel;
import org.openengagement.ledger.events.intake.ProposalKind;

/** What the numbers in the columns stand for. */
record Dictionaries(
        Dictionary<String> references,
        Dictionary<String> institutions,
        Dictionary<ProposalKind> kinds,
        Dictionary<Channel> channels,
        Dictionary<String> legalBases,
        Dictionary<String> sources,
        Dictionary<List<String>> topicLists) {

    Dictionaries() {
        this(
                new Dictionary<>(),
                new Dictionary<>(),
                new Dictionary<>(),
                new Dictionary<>(),
                new Dictionary<>(),
                new Dictionary<>(),
                new Dictionary<>());
    }
}
