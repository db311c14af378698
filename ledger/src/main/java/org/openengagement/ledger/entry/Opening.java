package org.openengagement.ledger.entry;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.Sealed;

/** How the sealed fields of one entry are read. */
sealed interface Opening {

    /**
     * One field.
     *
     * @throws IllegalArgumentException if what opens it opens something else than what was sealed
     */
    Sealed<String> field(UUID event, String path, String digest);

    /** What opens the fields, by path. */
    Map<String, SealedField> fields();

    /**
     * Refuses what opens another event, or fields that the entry does not have.
     *
     * @throws IllegalArgumentException which says what is wrong
     */
    void requireFor(ParsedEntry entry);

    /** No field is opened; no disclosure is needed. */
    record Not() implements Opening {

        @Override
        public Sealed<String> field(UUID event, String path, String digest) {
            return new Sealed.Withheld<>(digest);
        }

        @Override
        public Map<String, SealedField> fields() {
            return Map.of();
        }

        @Override
        public void requireFor(ParsedEntry entry) {
            // Nothing is opened, so nothing can be wrong with it.
        }
    }

    /**
     * Every field is opened that can be.
     *
     * @param disclosure what opens them; {@code null}: it is gone, or there never was one
     */
    record By(@Nullable Disclosure disclosure) implements Opening {

        @Override
        public Sealed<String> field(UUID event, String path, String digest) {
            SealedField field = fields().get(path);
            if (field == null) {
                return new Sealed.Erased<>(digest);
            }
            if (!Seal.digest(field.salt(), event, path, field.value()).equals(digest)) {
                throw new IllegalArgumentException("the disclosure of %s is not what was sealed".formatted(path));
            }
            return new Sealed.Present<>(field.value(), field.audience());
        }

        @Override
        public Map<String, SealedField> fields() {
            return disclosure == null ? Map.of() : disclosure.fields();
        }

        @Override
        public void requireFor(ParsedEntry entry) {
            if (disclosure != null
                    && !disclosure.event().equals(entry.envelope().id())) {
                throw new IllegalArgumentException("the disclosure is that of event " + disclosure.event());
            }
            for (String path : fields().keySet()) {
                if (!entry.digests().containsKey(path)) {
                    throw new IllegalArgumentException(
                            "the disclosure opens %s, which the entry does not seal".formatted(path));
                }
            }
        }
    }
}
