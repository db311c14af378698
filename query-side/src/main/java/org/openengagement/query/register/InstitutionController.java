package org.openengagement.query.register;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openengagement.query.api.Connection;
import org.openengagement.query.api.Cursor;
import org.openengagement.query.api.GlobalId;
import org.openengagement.query.api.PageRequest;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The institutions of the register. */
@Controller
@SchemaMapping(typeName = "Institution")
final class InstitutionController {

    private static final String ORDER = "SLUG";

    private final Register register;

    InstitutionController(Register register) {
        this.register = register;
    }

    /** A name in one language. */
    record LocalizedText(String language, String text) {}

    @QueryMapping
    Optional<InstitutionView> institution(@Argument String slug) {
        return register.view().institution(slug);
    }

    @QueryMapping
    Connection<InstitutionView> institutions(
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable InstitutionFilter filter) {
        PageRequest page = PageRequest.of(first, after, null, null, ORDER);
        List<InstitutionView> all = register.view().institutions().values().stream()
                .filter(institution -> filter == null || filter.admits(institution))
                .toList();
        List<InstitutionView> found = all.stream()
                .filter(institution -> page.after() == null
                        || institution.slug().compareTo(page.after().key()) > 0)
                .limit(page.size() + 1L)
                .toList();
        long position = register.position();
        return Connection.of(
                found,
                page,
                all.size(),
                institution -> new Cursor(ORDER, institution.slug(), institution.position(), position));
    }

    @SchemaMapping
    String id(InstitutionView institution) {
        return new GlobalId(InstitutionView.TYPE, institution.slug()).encoded();
    }

    @SchemaMapping
    String name(InstitutionView institution, @Argument @Nullable String language) {
        List<String> languages = new ArrayList<>(register.languages());
        if (language != null) {
            languages.addFirst(language);
        }
        return institution.name(Collections.unmodifiableList(languages));
    }

    @SchemaMapping
    List<LocalizedText> names(InstitutionView institution) {
        return institution.names().entrySet().stream()
                .map(name -> new LocalizedText(name.getKey(), name.getValue()))
                .toList();
    }

    @SchemaMapping
    Optional<InstitutionView> parent(InstitutionView institution) {
        return Optional.ofNullable(institution.parent()).flatMap(register.view()::institution);
    }
}
