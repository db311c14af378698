package org.openengagement.query.nodes;

import org.openengagement.query.cases.PublicProposal;
import org.openengagement.query.entries.PublicEntry;
import org.openengagement.query.register.InstitutionView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** Says of what type a node is. */
@Configuration(proxyBeanMethods = false)
class NodeConfiguration {

    @Bean
    RuntimeWiringConfigurer nodeTypes() {
        return wiring -> wiring.type(
                "Node",
                node -> node.typeResolver(
                        environment -> environment.getSchema().getObjectType(typeOf(environment.getObject()))));
    }

    private static String typeOf(Object node) {
        return switch (node) {
            case PublicProposal proposal -> PublicProposal.TYPE;
            case InstitutionView institution -> InstitutionView.TYPE;
            case PublicEntry entry -> PublicEntry.TYPE;
            default -> throw new IllegalArgumentException("Nothing is a node of " + node.getClass());
        };
    }
}
