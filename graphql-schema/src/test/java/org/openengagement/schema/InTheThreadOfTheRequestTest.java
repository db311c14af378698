package org.openengagement.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.graphql.data.method.HandlerMethod;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InTheThreadOfTheRequestTest {

    @Test
    void a_field_gets_no_thread_of_its_own_where_it_would_by_default() throws NoSuchMethodException {
        Controllers controllers = new Controllers();
        controllers.setExecutor(new SimpleAsyncTaskExecutor());
        HandlerMethod field = new HandlerMethod("a case", String.class.getMethod("length"));
        assertThat(controllers.shouldInvokeAsync(field)).isTrue();

        new InTheThreadOfTheRequest().postProcessBeforeInitialization(controllers, "controllers");

        assertThat(controllers.shouldInvokeAsync(field)).isFalse();
    }

    /** Lets itself be asked. */
    private static final class Controllers extends AnnotatedControllerConfigurer {

        @Override
        protected boolean shouldInvokeAsync(HandlerMethod field) {
            return super.shouldInvokeAsync(field);
        }
    }
}
