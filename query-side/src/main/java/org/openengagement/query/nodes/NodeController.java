package org.openengagement.query.nodes;

import java.util.Optional;
import org.openengagement.query.api.GlobalId;
import org.openengagement.query.api.Moment;
import org.openengagement.query.cases.CaseDirectory;
import org.openengagement.query.cases.Cases;
import org.openengagement.query.cases.ProposalAnswer;
import org.openengagement.query.entries.Entries;
import org.openengagement.query.entries.EntryAnswer;
import org.openengagement.query.register.InstitutionView;
import org.openengagement.query.register.Moments;
import org.openengagement.query.register.Register;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Anything by its global id. */
@Controller
final class NodeController {

    private final CaseDirectory directory;
    private final Cases cases;
    private final Register register;
    private final Entries entries;
    private final Moments moments;

    NodeController(CaseDirectory directory, Cases cases, Register register, Entries entries, Moments moments) {
        this.directory = directory;
        this.cases = cases;
        this.register = register;
        this.entries = entries;
        this.moments = moments;
    }

    @QueryMapping
    Optional<?> node(@Argument String id) {
        return GlobalId.decoded(id).flatMap(this::find);
    }

    private Optional<?> find(GlobalId id) {
        return switch (id.type()) {
            case ProposalAnswer.TYPE -> proposal(id.id());
            case InstitutionView.TYPE -> register.view().institution(id.id());
            case EntryAnswer.TYPE -> entry(id.id());
            default -> Optional.empty();
        };
    }

    private Optional<ProposalAnswer> proposal(String reference) {
        Moment now = moments.now();
        return directory
                .streamOf(reference)
                .flatMap(stream -> cases.now(stream, now))
                .map(view -> new ProposalAnswer(view, now));
    }

    private Optional<EntryAnswer> entry(String position) {
        return position.matches("\\d{1,16}") ? entries.at(Long.parseLong(position)) : Optional.empty();
    }
}
