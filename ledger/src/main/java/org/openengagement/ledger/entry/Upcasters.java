package org.openengagement.ledger.entry;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Every upcaster there is, chained: any stored revision comes up to the newest. */
final class Upcasters {

    private final Map<Step, Upcaster> steps = new HashMap<>();

    /**
     * @throws IllegalArgumentException unless there is exactly one for each revision but the newest of each type
     */
    Upcasters(EventTypes types, Collection<? extends Upcaster> upcasters) {
        for (Upcaster upcaster : upcasters) {
            Step step = new Step(upcaster.type(), upcaster.revision());
            int newest = types.named(step.type()).map(EventType::revision).orElse(0);
            if (step.revision() < 1 || step.revision() >= newest) {
                throw new IllegalArgumentException(
                        "%s has no revision after %d to come up to.".formatted(step.type(), step.revision()));
            }
            if (steps.put(step, upcaster) != null) {
                throw new IllegalArgumentException(
                        "%s revision %d has two upcasters.".formatted(step.type(), step.revision()));
            }
        }
        for (EventType type : types.all()) {
            for (int revision = 1; revision < type.revision(); revision++) {
                if (!steps.containsKey(new Step(type.name(), revision))) {
                    throw new IllegalArgumentException(
                            "%s revision %d has no upcaster.".formatted(type.name(), revision));
                }
            }
        }
    }

    ObjectNode toNewest(EventType type, int revision, ObjectNode data) {
        ObjectNode current = data;
        for (int at = revision; at < type.revision(); at++) {
            current = requireNonNull(steps.get(new Step(type.name(), at))).upcast(current);
        }
        return current;
    }

    private record Step(String type, int revision) {}
}
