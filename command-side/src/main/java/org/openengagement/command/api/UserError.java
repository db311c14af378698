package org.openengagement.command.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.Refusal;

/**
 * Why something was not done, for whoever sent it.
 *
 * @param code for a program
 * @param message for a person
 * @param field the path to what is wrong, within the input; {@code null} where no single field is
 */
public record UserError(
        String code, String message, @Nullable List<String> field) {

    static UserError of(Refusal refusal) {
        return new UserError(
                refusal.code().name(),
                String.valueOf(refusal.getMessage()),
                refusal.field().isEmpty() ? null : refusal.field());
    }
}
