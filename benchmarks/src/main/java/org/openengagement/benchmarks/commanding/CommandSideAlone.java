package org.openengagement.benchmarks.commanding;

import com.mongodb.client.MongoDatabase;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.openengagement.benchmarks.places.LedgerNode;
import org.openengagement.benchmarks.places.MongoPlace;
import org.openengagement.command.CommandSide;
import org.openengagement.command.dispatch.BackOff;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Commands;
import org.openengagement.command.intake.submit.SubmitProposal;
import org.openengagement.command.roles.Today;
import org.openengagement.command.support.count.CountSupport;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.intake.Channel;
import org.openengagement.ledger.events.intake.ProposalKind;
import org.openengagement.ledger.events.intake.Reference;

/** The command side without a server around it: its one door, all its slices, the ledger. */
final class CommandSideAlone implements AutoCloseable {

    private static final Today TODAY = Today.by(Clock.systemUTC());
    private static final int SUPPORTS_OF_A_CASE = 20;

    private final MongoPlace place;
    private final MongoDatabase database;
    private final LedgerNode node;
    private final Commands commands;

    private CommandSideAlone(MongoPlace place) {
        SecureRandom random = new SecureRandom();
        this.place = place;
        this.database = place.fresh();
        this.node = LedgerNode.in(database);
        this.commands = new Commands(
                CommandSide.bus(node.eventStore(), TODAY, () -> Reference.random(random)),
                node.store(),
                node.opened(),
                BackOff.doubling(random));
    }

    /** One over a new ledger. */
    static CommandSideAlone on(MongoPlace place) {
        return new CommandSideAlone(place);
    }

    /** A client who submits. */
    Runnable submission() {
        return this::submit;
    }

    /** A client who counts the supporters of a case of its own, and of the next one after that. */
    Runnable support() {
        return new Runnable() {
            private String current = "";
            private int counted = SUPPORTS_OF_A_CASE;

            @Override
            public void run() {
                if (counted == SUPPORTS_OF_A_CASE) {
                    current = submit();
                    counted = 0;
                }
                var unused =
                        commands.dispatch(new CountSupport(current, ++counted), Caller.of(Actor.IMPORT, TODAY.today()));
            }
        };
    }

    private String submit() {
        String id = UUID.randomUUID().toString();
        var unused = commands.dispatch(
                new SubmitProposal(
                        id,
                        null,
                        ProposalKind.IDEA,
                        Channel.WEB,
                        "en",
                        "A bench by the river",
                        "There is nowhere to sit by the river between the two bridges. ".repeat(10),
                        List.of("parks"),
                        null,
                        false,
                        null),
                Caller.of(new Actor("citizen-" + id, Role.CITIZEN, null), TODAY.today()));
        return id;
    }

    @Override
    public void close() {
        node.close();
        place.forget(database);
    }
}
