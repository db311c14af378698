package org.openengagement.schema;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;

/**
 * Has each field fetched by the thread that carries out its request, one after the other. Where requests have virtual threads,
 * Spring for GraphQL would give each field another, so that a list of a hundred cases with their referrals would start hundreds.
 */
final class InTheThreadOfTheRequest implements BeanPostProcessor {

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof AnnotatedControllerConfigurer controllers) {
            controllers.setBlockingMethodPredicate(method -> false);
        }
        return bean;
    }
}
