package org.openengagement.ledger.entry;

import java.util.Map;
import java.util.UUID;

/**
 * What opens the sealed fields of one event.
 *
 * @param event the event's id
 * @param fields by path, such as {@code title} or {@code source.url}
 */
public record Disclosure(UUID event, Map<String, SealedField> fields) {}
