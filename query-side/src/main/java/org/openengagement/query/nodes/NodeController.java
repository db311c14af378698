package org.openengagement.query.nodes;

import java.util.Optional;
import java.util.regex.Pattern;
import org.openengagement.query.api.GlobalId;
import org.openengagement.query.api.Moment;
import org.openengagement.query.api.RequestException;
import org.openengagement.query.cases.CaseDirectory;
import org.openengagement.query.cases.Cases;
import org.openengagement.query.cases.PublicProposal;
import org.openengagement.query.cases.References;
import org.openengagement.query.entries.Entries;
import org.openengagement.query.entries.PublicEntry;
import org.openengagement.query.register.InstitutionView;
import org.openengagement.query.register.Moments;
import org.openengagement.query.register.Register;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Anything by its global id. */
@Controller
final class NodeController {

    private static final Pattern POSITION = Pattern.compile("\\d{1,16}");

    /** How much of what is no id is repeated to whoever sent it. */
    private static final int SHOWN = 64;

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
        return find(GlobalId.decoded(id).orElseThrow(() -> noId(id)), id);
    }

    private Optional<?> find(GlobalId id, String written) {
        return switch (id.type()) {
            case PublicProposal.TYPE -> proposal(id.id());
            case InstitutionView.TYPE -> register.view().institution(id.id());
            case PublicEntry.TYPE -> {
                if (!POSITION.matcher(id.id()).matches()) {
                    throw noId(written);
                }
                yield entries.at(Long.parseLong(id.id()));
            }
            default -> throw noId(written);
        };
    }

    private Optional<PublicProposal> proposal(String reference) {
        Moment now = moments.now();
        return directory
                .streamOf(References.exact(reference))
                .flatMap(stream -> cases.now(stream, now))
                .map(view -> new PublicProposal(view, now));
    }

    private static RequestException noId(String written) {
        return RequestException.invalid(
                "\"%s\" is not an id that this ledger gave out: ask for the id of a proposal, an institution or an entry."
                        .formatted(written.substring(0, Math.min(written.length(), SHOWN))));
    }
}
