package org.openengagement.ledger.store.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.openengagement.ledger.start.UnusableSettingException;
import org.openengagement.ledger.store.LedgerUnavailableException;

/** The way to a MongoDB that this process does not start itself. */
public final class MongoConnection {

    private static final int SECONDS_TO_FIND_IT = 10;

    private MongoConnection() {}

    /**
     * Opens it, and asks once, so that what stands in the way is told plainly and before anything else.
     *
     * @param uri the connection string
     * @throws UnusableSettingException if it is none
     * @throws LedgerUnavailableException if nothing answers there, or it lets nobody in
     */
    public static MongoClient open(String uri) {
        MongoClientSettings settings = settings(uri);
        MongoClient client = MongoClients.create(settings);
        try {
            client.getDatabase("admin").runCommand(new BsonDocument("ping", new BsonInt32(1)));
            return client;
        } catch (MongoException unusable) {
            client.close();
            throw new LedgerUnavailableException(whatStandsInTheWay(unusable, settings), unusable);
        }
    }

    /** What the driver says names its own parts, and nothing that a person has typed. */
    private static String whatStandsInTheWay(MongoException unusable, MongoClientSettings settings) {
        String hosts = settings.getClusterSettings().getHosts().stream()
                .map(ServerAddress::toString)
                .collect(Collectors.joining(", "));
        return switch (unusable) {
            case MongoSecurityException refused ->
                "The MongoDB at " + hosts
                        + " does not let in the user of MONGODB_URI (oel.mongodb-uri): wrong name, password or database.";
            case MongoTimeoutException silence ->
                "No MongoDB that takes writes answers at %s within %d ms. Check MONGODB_URI (oel.mongodb-uri), and that the replica set has a primary."
                        .formatted(
                                hosts, settings.getClusterSettings().getServerSelectionTimeout(TimeUnit.MILLISECONDS));
            default -> "The MongoDB at " + hosts + " cannot be used: " + unusable.getMessage();
        };
    }

    private static MongoClientSettings settings(String uri) {
        try {
            return MongoClientSettings.builder()
                    .applyToClusterSettings(
                            cluster -> cluster.serverSelectionTimeout(SECONDS_TO_FIND_IT, TimeUnit.SECONDS))
                    .applyConnectionString(new ConnectionString(uri))
                    .build();
        } catch (IllegalArgumentException malformed) {
            throw new UnusableSettingException(
                    "MONGODB_URI (oel.mongodb-uri) is no connection string: " + malformed.getMessage(), malformed);
        }
    }
}
