package org.openengagement.ledger.axon;

import com.mongodb.client.MongoClient;
import org.openengagement.ledger.store.mongo.MongoConnection;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The MongoDB that {@code oel.mongodb-uri} names, for a process whose ledger can stand nowhere else. */
@Configuration(proxyBeanMethods = false)
public class MongoConfiguration {

    @Bean(destroyMethod = "close")
    public MongoClient mongoClient(@Value("${oel.mongodb-uri:}") String uri) {
        return MongoConnection.open(uri.strip());
    }
}
