package org.openengagement.embedded.server.commands;

import de.bwaldvogel.mongo.bson.Document;

/** One of MongoDB's commands. */
@FunctionalInterface
interface Command {

    /**
     * Does what is asked.
     *
     * @param database in which
     * @param request the command's name and its arguments
     * @return the answer, without {@code ok}
     * @throws de.bwaldvogel.mongo.exception.MongoServerException if it is refused
     */
    Document answer(String database, Document request);
}
