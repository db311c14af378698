package org.openengagement.command.intake.submit;

import java.util.List;
import java.util.Set;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.intake.Channel;

record OnlyAnOperatorTakesDownWhatCallersAndLettersSay(Channel channel, Role role) implements Rule {

    private static final Set<Channel> TAKEN_DOWN = Set.of(Channel.PHONE, Channel.PAPER, Channel.IN_PERSON);

    @Override
    public boolean isBroken() {
        return TAKEN_DOWN.contains(channel) && role != Role.OPERATOR && role != Role.IMPORT;
    }

    @Override
    public String sentence() {
        return "A proposal that came by %s is taken down by an operator.".formatted(channel);
    }

    @Override
    public RefusalCode code() {
        return RefusalCode.FORBIDDEN;
    }

    @Override
    public List<String> field() {
        return List.of("channel");
    }
}
