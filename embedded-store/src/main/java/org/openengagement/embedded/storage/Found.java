package org.openengagement.embedded.storage;

import de.bwaldvogel.mongo.bson.Document;

/**
 * A document that was found.
 *
 * @param size how many bytes of BSON it has
 */
public record Found(Document document, int size) {}
