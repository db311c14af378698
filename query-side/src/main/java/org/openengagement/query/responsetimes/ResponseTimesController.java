package org.openengagement.query.responsetimes;

import graphql.GraphQLContext;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.query.api.AsOf;
import org.openengagement.query.api.Moment;
import org.openengagement.query.api.RequestException;
import org.openengagement.query.figures.Dimension;
import org.openengagement.query.figures.DimensionValue;
import org.openengagement.query.figures.ReferralFilter;
import org.openengagement.query.figures.ResponseTimeGroup;
import org.openengagement.query.figures.ResponseTimes;
import org.openengagement.query.figures.columns.ReferralColumns;
import org.openengagement.query.readmodels.PersistentReadModel;
import org.openengagement.query.register.InstitutionView;
import org.openengagement.query.register.Moments;
import org.openengagement.query.register.Register;
import org.openengagement.query.standing.Cutoff;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** How long institutions take to answer. */
@Controller
final class ResponseTimesController {

    private final PersistentReadModel<ReferralColumns> referrals;
    private final Moments moments;
    private final Register register;

    ResponseTimesController(PersistentReadModel<ReferralColumns> referrals, Moments moments, Register register) {
        this.referrals = referrals;
        this.moments = moments;
        this.register = register;
    }

    /** The figures, and whether they can still change. */
    record ResponseTimesView(
            String definitionVersion,
            long ledgerPosition,
            LocalDate day,
            boolean provisional,
            List<ResponseTimeGroup> groups) {}

    @QueryMapping
    ResponseTimesView responseTimes(
            @Argument @Nullable ReferralFilter filter,
            @Argument @Nullable List<Dimension> groupBy,
            @Argument @Nullable AsOf asOf,
            @Argument @Nullable LocalDate day,
            GraphQLContext context) {
        List<Dimension> dimensions = groupBy == null ? List.of() : groupBy;
        if (dimensions.stream().distinct().count() < dimensions.size()) {
            throw RequestException.invalid("groupBy names a dimension twice.");
        }
        Moment moment = moments.of(asOf, day, context);
        ResponseTimes figures = referrals
                .rows()
                .responseTimes(
                        filter == null ? ReferralFilter.ALL : filter,
                        dimensions,
                        new Cutoff(moment.position(), moment.day()));
        return new ResponseTimesView(
                figures.definitionVersion(),
                figures.ledgerPosition(),
                figures.day(),
                moment.provisional(),
                figures.groups());
    }

    @SchemaMapping(typeName = "Institution", field = "responseTimes")
    ResponseTimesView ofInstitution(
            InstitutionView institution,
            @Argument @Nullable ReferralFilter filter,
            @Argument @Nullable AsOf asOf,
            @Argument @Nullable LocalDate day,
            GraphQLContext context) {
        return responseTimes(only(institution.slug(), filter), List.of(), asOf, day, context);
    }

    private static ReferralFilter only(String slug, @Nullable ReferralFilter filter) {
        ReferralFilter more = filter == null ? ReferralFilter.ALL : filter;
        if (more.institution() != null && !more.institution().isEmpty()) {
            throw RequestException.invalid(
                    "filter.institution has no meaning here: the figures are those of %s.".formatted(slug));
        }
        return new ReferralFilter(
                List.of(slug),
                more.topic(),
                more.kind(),
                more.channel(),
                more.legalBasis(),
                more.delivered(),
                more.due(),
                more.source());
    }

    /** The value for people: an institution's name, in the ledger's first language where it has one. */
    @SchemaMapping(typeName = "DimensionValue")
    String label(DimensionValue value) {
        return value.dimension() == Dimension.INSTITUTION
                ? register.institution(value.value()).name(register.languages())
                : value.value();
    }
}
