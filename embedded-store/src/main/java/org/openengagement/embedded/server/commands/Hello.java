package org.openengagement.embedded.server.commands;

import de.bwaldvogel.mongo.bson.Document;
import java.time.InstantSource;
import java.util.List;
import org.openengagement.embedded.server.wire.MessageBounds;
import org.openengagement.embedded.storage.DocumentBytes;

/**
 * What this server is: a single node that speaks as MongoDB 5.0 does. It names no session timeout, so that drivers use
 * neither sessions nor retryable writes nor transactions with it.
 */
final class Hello implements Command {

    /** How many parts a write may have. */
    static final int MOST_WRITES = 100_000;

    private static final int OLDEST_WIRE_VERSION = 0;
    private static final int WIRE_VERSION_OF_MONGODB_5 = 13;

    private final InstantSource clock;

    Hello(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Document answer(String database, Document request) {
        return new Document("helloOk", true)
                .append("ismaster", true)
                .append("isWritablePrimary", true)
                .append("maxBsonObjectSize", DocumentBytes.GREATEST)
                .append("maxMessageSizeBytes", MessageBounds.GREATEST_AFTER_LOGIN)
                .append("maxWriteBatchSize", MOST_WRITES)
                .append("localTime", clock.instant())
                .append("minWireVersion", OLDEST_WIRE_VERSION)
                .append("maxWireVersion", WIRE_VERSION_OF_MONGODB_5)
                .append("readOnly", false);
    }

    Document buildInfo(String database, Document request) {
        return new Document("version", "5.0.0")
                .append("versionArray", List.of(5, 0, 0, 0))
                .append("maxBsonObjectSize", DocumentBytes.GREATEST);
    }

    Document serverStatus(String database, Document request) {
        return new Document("version", "5.0.0").append("process", "embedded").append("localTime", clock.instant());
    }
}
