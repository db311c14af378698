package org.openengagement.deployment.faults;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.openengagement.deployment.topology.ChildProcess;
import org.openengagement.deployment.topology.Node;
import org.openengagement.deployment.topology.Topology;

/** Strikes, and makes good again. */
final class FaultHand {

    private final ReplicaSetUnderFault set;
    private final Topology nodes;
    private final AnswerBook book;
    private final Random random;

    FaultHand(ReplicaSetUnderFault set, Topology nodes, AnswerBook book, long seed) {
        this.set = set;
        this.nodes = nodes;
        this.book = book;
        this.random = new Random(seed);
    }

    /**
     * A fault that is on.
     *
     * @param detail to whom, and how
     * @param heal ends it
     */
    record On(String detail, Runnable heal) {}

    On strike(FaultKind kind) {
        return switch (kind) {
            case KILL_PRIMARY -> kill(List.of(primary().process()));
            case KILL_SECONDARY -> kill(List.of(secondary().process()));
            case LOSE_TWO -> kill(two());
            case FREEZE_PRIMARY -> freeze(primary().process());
            case STEP_DOWN -> stepDown(primary());
            case KILL_WRITER -> kill(List.of(writer().process()));
            case KILL_READERS -> kill(readers());
            case FREEZE_WRITER, FREEZE_WRITER_FOR_LONG -> freeze(writer().process());
            case CUT -> cut();
            case SILENT_LINES -> silence();
            case LOST_ANSWERS -> loseAnswers();
        };
    }

    private On kill(List<ChildProcess> processes) {
        processes.forEach(ChildProcess::kill);
        return new On(names(processes), () -> processes.forEach(ChildProcess::start));
    }

    private static On freeze(ChildProcess process) {
        process.freeze();
        return new On(process.name(), process::thaw);
    }

    private static On stepDown(Member member) {
        try {
            member.direct().getDatabase("admin").runCommand(new Document("replSetStepDown", 10).append("force", true));
        } catch (MongoException hungUp) {
            // It hangs up on everybody when it steps down.
            return new On("%s (%s)".formatted(member.process().name(), hungUp.getMessage()), () -> {});
        }
        return new On(member.process().name(), () -> {});
    }

    private On cut() {
        set.members().forEach(member -> member.proxy().refuse(true));
        return new On(
                "of both sides' nodes to all members",
                () -> set.members().forEach(member -> member.proxy().refuse(false)));
    }

    private On silence() {
        set.members().forEach(member -> member.proxy().beSilent(true));
        return new On(
                "of both sides' nodes to all members",
                () -> set.members().forEach(member -> member.proxy().beSilent(false)));
    }

    private On loseAnswers() {
        int count = random.nextInt(1, 8);
        set.members().forEach(member -> member.proxy().loseAnswersToWrites(count));
        return new On(
                "%d in a row, of any member".formatted(count),
                () -> set.members().forEach(member -> member.proxy().loseAnswersToWrites(0)));
    }

    private Member primary() {
        return set.primary().orElseThrow(() -> new IllegalStateException("There is no primary to strike."));
    }

    private Member secondary() {
        List<Member> others =
                set.members().stream().filter(member -> !member.isPrimary()).toList();
        return others.get(random.nextInt(others.size()));
    }

    /** The primary and another, or both others. */
    private List<ChildProcess> two() {
        List<Member> left = new ArrayList<>(set.members());
        left.remove(random.nextInt(left.size()));
        return left.stream().map(Member::process).toList();
    }

    private List<ChildProcess> readers() {
        List<ChildProcess> both = nodes.querySide().stream().map(Node::process).toList();
        int lot = random.nextInt(both.size() + 1);
        return lot == both.size() ? both : List.of(both.get(lot));
    }

    private Node writer() {
        return book.writer().orElse(nodes.commandSide().getFirst());
    }

    private static String names(List<ChildProcess> processes) {
        return String.join(" and ", processes.stream().map(ChildProcess::name).toList());
    }
}
