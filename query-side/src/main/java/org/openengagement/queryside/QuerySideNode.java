package org.openengagement.queryside;

import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.openengagement.ledger.axon.LedgerReadingConfiguration;
import org.openengagement.ledger.axon.MongoConfiguration;
import org.openengagement.ledger.start.NodeStart;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * One node of the query side, on a MongoDB. Any number of them stand beside one another, each with read models of its own.
 * Settings: {@code query-side.yaml}.
 */
@SpringBootApplication(
        scanBasePackages = "org.openengagement.query",
        exclude = UpdateCheckerAutoConfiguration.class,
        proxyBeanMethods = false)
@Import({MongoConfiguration.class, LedgerReadingConfiguration.class})
class QuerySideNode {

    static final String NAME = "This node of the query side";

    public static void main(String[] arguments) {
        NodeStart.run(NAME, node(), arguments);
    }

    static SpringApplicationBuilder node() {
        return new SpringApplicationBuilder(QuerySideNode.class).properties("spring.config.name=query-side");
    }

    @Bean
    QueriesOnly queriesOnly() {
        return new QueriesOnly();
    }
}
