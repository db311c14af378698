package org.openengagement.commandside;

import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.openengagement.ledger.axon.MongoConfiguration;
import org.openengagement.ledger.start.NodeStart;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * One node of the command side, on a MongoDB. Several stand beside one another: one writes, the others stand by. Settings:
 * {@code command-side.yaml}.
 */
@SpringBootApplication(
        scanBasePackages = "org.openengagement.command",
        exclude = UpdateCheckerAutoConfiguration.class,
        proxyBeanMethods = false)
@Import(MongoConfiguration.class)
class CommandSideNode {

    static final String NAME = "This node of the command side";

    public static void main(String[] arguments) {
        NodeStart.run(NAME, node(), arguments);
    }

    static SpringApplicationBuilder node() {
        return new SpringApplicationBuilder(CommandSideNode.class).properties("spring.config.name=command-side");
    }

    @Bean
    MutationsOnly mutationsOnly() {
        return new MutationsOnly();
    }
}
