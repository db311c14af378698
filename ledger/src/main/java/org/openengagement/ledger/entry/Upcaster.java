package org.openengagement.ledger.entry;

import tools.jackson.databind.node.ObjectNode;

/**
 * Brings the stored shape of one type of event from one revision to the next. Runs on opened data: a sealed field stands at
 * its path as one embedded value, to be moved or left, not to be looked into. A digest binds the path it was stored under, so
 * opening comes first.
 */
public interface Upcaster {

    /** The logical name of the events it is for. */
    String type();

    /** The revision it takes; it gives the one after. */
    int revision();

    /** The data in the shape of the next revision. May change and return what it is given. */
    ObjectNode upcast(ObjectNode data);
}
