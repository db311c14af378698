package org.openengagement.command.register.institution;

import graphql.schema.DataFetchingEnvironment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.api.MutationDesk;
import org.openengagement.command.api.UserError;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.ledger.events.register.Identifier;
import org.openengagement.ledger.events.register.InstitutionKind;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
record RegisterInstitutionController(MutationDesk desk) {

    record LocalizedTextInput(String language, String text) {}

    record Input(
            String slug,
            List<LocalizedTextInput> names,
            @Nullable InstitutionKind kind,
            @Nullable String parent,
            @Nullable List<Identifier> identifiers,
            @Nullable List<String> topics) {}

    record Payload(
            @Nullable Long position,
            List<UserError> userErrors,
            @Nullable String slug) {}

    @MutationMapping
    Payload registerInstitution(@Argument Input input, DataFetchingEnvironment call) {
        return desk.take(
                call,
                () -> new RegisterInstitution(
                        input.slug(),
                        names(input.names()),
                        Objects.requireNonNullElse(input.kind(), InstitutionKind.OTHER),
                        input.parent(),
                        Objects.requireNonNullElse(input.identifiers(), List.of()),
                        Objects.requireNonNullElse(input.topics(), List.of())),
                accepted -> new Payload(accepted.recorded().last(), List.of(), input.slug()),
                errors -> new Payload(null, errors, null));
    }

    private static Map<String, String> names(List<LocalizedTextInput> names) {
        Map<String, String> byLanguage = new LinkedHashMap<>();
        for (LocalizedTextInput name : names) {
            if (byLanguage.put(name.language(), name.text()) != null) {
                throw Refusal.invalid("names", "names holds the language %s twice.".formatted(name.language()));
            }
        }
        return byLanguage;
    }
}
