package org.openengagement.command.importing.translating;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.importing.formats.Slugs;
import org.openengagement.command.register.institution.RegisterInstitution;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.events.register.InstitutionKind;
import org.openengagement.ledger.store.LedgerStore;

/** Which institutions are registered, and the command for one that only a line names. From any number of threads. */
public final class NamedInstitutions {

    private static final int LONGEST_NAME = 100;

    private final LedgerStore store;
    private final String language;
    private final Set<String> registered = ConcurrentHashMap.newKeySet();

    /**
     * @param store where they are looked up
     * @param language the language that names are taken to be in, since a line does not say: the first of the ledger's
     */
    public NamedInstitutions(LedgerStore store, String language) {
        this.store = store;
        this.language = language;
    }

    public boolean isRegistered(@Nullable String slug) {
        if (slug == null || slug.isEmpty()) {
            return false;
        }
        if (!registered.contains(slug)
                && store.lastSequence(Streams.institution(slug)).isPresent()) {
            registered.add(slug);
        }
        return registered.contains(slug);
    }

    /**
     * The command that registers an institution which a line names.
     *
     * @param name what the line says; {@code null} where it names no institution
     * @return {@code null} where it names none, or one that is there
     */
    @Nullable
    RegisterInstitution missing(@Nullable String name) {
        if (name == null || name.length() > LONGEST_NAME || isRegistered(Slugs.of(name))) {
            return null;
        }
        return new RegisterInstitution(
                Slugs.of(name), Map.of(language, name), InstitutionKind.OTHER, null, List.of(), List.of());
    }

    /** Registers an institution, unless another thread has done so. */
    synchronized void register(RegisterInstitution missing, Consumer<RegisterInstitution> registers) {
        if (!isRegistered(missing.slug())) {
            registers.accept(missing);
            registered.add(missing.slug());
        }
    }
}
