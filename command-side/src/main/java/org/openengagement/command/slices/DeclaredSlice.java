package org.openengagement.command.slices;

import java.util.List;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.roles.Permissions;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Role;
import org.springframework.core.ResolvableType;

/**
 * What a slice says of itself.
 *
 * @param type the slice
 * @param command the command that it decides on
 * @param mutation the GraphQL mutation that sends the command; empty where none does
 * @param roles the roles that may send it, the most fitting first; IMPORT is not among them, and may
 * @param events every type of event that it may decide on
 * @param earlierDay which earlier day may be claimed
 * @param actOfAnInstitution whether an operator or a coordinator who sends it acts for an institution
 */
public record DeclaredSlice(
        Class<?> type,
        Class<?> command,
        String mutation,
        List<Role> roles,
        List<Class<? extends LedgerEvent>> events,
        EarlierDay earlierDay,
        boolean actOfAnInstitution) {

    public DeclaredSlice {
        roles = List.copyOf(roles);
        events = List.copyOf(events);
    }

    /**
     * Reads the declaration of a slice.
     *
     * @throws IllegalStateException if it has none, or it does not make sense
     */
    public static DeclaredSlice of(Class<?> type) {
        Slice said = type.getAnnotation(Slice.class);
        Class<?> command = ResolvableType.forClass(type)
                .as(CommandSlice.class)
                .getGeneric(0)
                .resolve();
        if (said == null || command == null) {
            throw new IllegalStateException(
                    "%s is no slice: it needs @Slice, and implements CommandSlice for one command."
                            .formatted(type.getName()));
        }
        if (said.events().length == 0) {
            throw new IllegalStateException("%s declares no event.".formatted(type.getName()));
        }
        return new DeclaredSlice(
                type,
                command,
                said.mutation(),
                List.of(said.roles()),
                List.of(said.events()),
                said.earlierDay(),
                said.actOfAnInstitution());
    }

    /** Whether a caller without a token may send the command. */
    public boolean isOpenToAnyone() {
        return roles.contains(Role.CITIZEN);
    }

    /**
     * Upholds the caller's role and day.
     *
     * @throws Refusal if one of them does not allow the command
     */
    void uphold(Permissions permissions, Caller caller) {
        permissions.upholdRole(caller, roles);
        switch (earlierDay) {
            case ON_A_GROUND -> permissions.upholdDay(caller);
            case ANY -> permissions.upholdNotInTheFuture(caller);
        }
        if (actOfAnInstitution) {
            permissions.upholdGroundForAnInstitution(caller);
        }
    }

    /**
     * The same command.
     *
     * @throws IllegalStateException if the slice decides on another
     */
    public <R> Command<R> checked(Command<R> sent) {
        if (!command.isInstance(sent)) {
            throw new IllegalStateException("%s does not decide on %s."
                    .formatted(type.getName(), sent.getClass().getSimpleName()));
        }
        return sent;
    }

    /**
     * The same events.
     *
     * @throws IllegalStateException if there are none, or one is of a type that the slice does not declare
     */
    List<LedgerEvent> checked(List<LedgerEvent> decided) {
        if (decided.isEmpty()) {
            throw new IllegalStateException("%s decided on no event.".formatted(type.getName()));
        }
        for (LedgerEvent event : decided) {
            if (!events.contains(event.getClass())) {
                throw new IllegalStateException("%s decided on %s, which its @Slice does not declare."
                        .formatted(type.getName(), event.getClass().getSimpleName()));
            }
        }
        return decided;
    }
}
