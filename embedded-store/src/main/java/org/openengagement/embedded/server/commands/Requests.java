package org.openengagement.embedded.server.commands;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of commands, and says which of them is wrong. */
final class Requests {

    private static final int LONGEST_NAME = 255;

    private Requests() {}

    /** The full name of the collection that a command is about. */
    static String collection(String database, Document request, String command) {
        Object given = request.get(command);
        if (!(given instanceof String)) {
            throw new MongoServerError(
                    2, "BadValue", "The name of a collection has to be text, not '%s'.".formatted(given));
        }
        if (!(given instanceof String name) || name.isEmpty() || name.startsWith(".") || !isPlain(name)) {
            throw new MongoServerError(73, "InvalidNamespace", "Invalid name of a collection: '%s'.".formatted(given));
        }
        if (database.isEmpty() || database.contains(".") || !isPlain(database)) {
            throw new MongoServerError(73, "InvalidNamespace", "Invalid name of a database: '%s'.".formatted(database));
        }
        String full = database + "." + name;
        if (full.length() > LONGEST_NAME) {
            throw new MongoServerError(73, "InvalidNamespace", "A collection's name of over 255 characters.");
        }
        return full;
    }

    static Document document(Document request, String argument) {
        Object given = request.get(argument);
        if (given == null) {
            return new Document();
        }
        if (given instanceof Document document) {
            return document;
        }
        throw wrongType(argument, "a document", given);
    }

    static List<Document> documents(Document request, String argument) {
        if (!request.containsKey(argument)) {
            throw missing(argument);
        }
        if (!(request.get(argument) instanceof Collection<?> given)) {
            throw wrongType(argument, "an array of documents", request.get(argument));
        }
        return given.stream()
                .map(each -> {
                    if (each instanceof Document document) {
                        return document;
                    }
                    throw wrongType(argument, "an array of documents", each);
                })
                .toList();
    }

    /** A number from 0; the other where none is given. */
    static long number(Document request, String argument, long otherwise) {
        Object given = request.get(argument);
        if (given == null) {
            return otherwise;
        }
        if (given instanceof Number number) {
            if (number.longValue() < 0) {
                throw new MongoServerError(51024, "'%s' has to be a number from 0.".formatted(argument));
            }
            return number.longValue();
        }
        throw wrongType(argument, "a number from 0", given);
    }

    /** The filter of a command; see {@link FilterCheck}. */
    static Document filter(Document request, String argument) {
        Document filter = document(request, argument);
        FilterCheck.check(filter);
        return filter;
    }

    static MongoServerError missing(String argument) {
        return new MongoServerError(40414, "'%s' is missing.".formatted(argument));
    }

    static void refuse(Document request, String... arguments) {
        for (String argument : arguments) {
            if (request.containsKey(argument) && !Boolean.FALSE.equals(request.get(argument))) {
                throw new MongoServerError(
                        115, "CommandNotSupported", "The embedded store does not know '%s'.".formatted(argument));
            }
        }
    }

    private static boolean isPlain(String name) {
        return name.chars().noneMatch(each -> each == 0 || each == '$' || each == '/');
    }

    private static MongoServerError wrongType(String argument, String expected, @Nullable Object given) {
        return new MongoServerError(
                14,
                "TypeMismatch",
                "'%s' has to be %s, not %s."
                        .formatted(
                                argument,
                                expected,
                                given == null ? "nothing" : given.getClass().getSimpleName()));
    }
}
