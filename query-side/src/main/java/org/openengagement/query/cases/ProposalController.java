package org.openengagement.query.cases;

import graphql.GraphQLContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.register.LegalBasisEnacted;
import org.openengagement.query.api.AsOf;
import org.openengagement.query.api.Moment;
import org.openengagement.query.register.InstitutionView;
import org.openengagement.query.register.Moments;
import org.openengagement.query.register.Register;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** One case, and what its referrals refer to. */
@Controller
final class ProposalController {

    private final CaseDirectory directory;
    private final Cases cases;
    private final Moments moments;
    private final Register register;

    ProposalController(CaseDirectory directory, Cases cases, Moments moments, Register register) {
        this.directory = directory;
        this.cases = cases;
        this.moments = moments;
        this.register = register;
    }

    @QueryMapping
    Optional<PublicProposal> proposal(
            @Argument String reference, @Argument @Nullable AsOf asOf, GraphQLContext context) {
        Moment moment = moments.of(asOf, null, context);
        return directory
                .streamOf(References.exact(reference))
                .flatMap(stream -> asOf == null ? cases.now(stream, moment) : cases.at(stream, moment))
                .map(view -> new PublicProposal(view, moment));
    }

    @SchemaMapping(typeName = "Referral")
    InstitutionView institution(PublicReferral referral) {
        return register.institution(referral.view().institution());
    }

    @SchemaMapping(typeName = "Referral")
    Optional<LegalBasisEnacted> legalBasis(PublicReferral referral) {
        return Optional.ofNullable(referral.view().legalBasis())
                .map(register.view().legalBases()::get);
    }

    @SchemaMapping(typeName = "Response", field = "institution")
    InstitutionView institution(PublicResponse response) {
        return institution(response.referral());
    }
}
