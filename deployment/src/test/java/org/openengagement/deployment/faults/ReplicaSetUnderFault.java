package org.openengagement.deployment.faults;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openengagement.deployment.faults.proxy.CuttingProxy;
import org.openengagement.deployment.topology.Await;
import org.openengagement.deployment.topology.Mongod;
import org.openengagement.deployment.topology.ProcessGuard;

/** Three {@code mongod} on this machine, to which anything can be done. */
final class ReplicaSetUnderFault implements AutoCloseable {

    /** What the ledger stands in, as each member alone shows it. */
    static final String DATABASE = "ledger";

    private static final int MEMBERS = 3;

    private final List<Member> members;

    private ReplicaSetUnderFault(List<Member> members) {
        this.members = members;
    }

    /** Starts three, and waits until one is primary and the others follow it. */
    static ReplicaSetUnderFault start(Path mongod, Path directory, RandomGenerator random, ProcessGuard guard) {
        List<Member> members = IntStream.range(0, MEMBERS)
                .mapToObj(number -> new Member(number, mongod, directory, random, guard))
                .toList();
        ReplicaSetUnderFault set = new ReplicaSetUnderFault(members);
        members.forEach(member -> member.process().start());
        Await.until(
                "all members answer",
                () -> members.stream().allMatch(member -> member.hello().isPresent()));
        set.initiate();
        set.awaitWhole();
        return set;
    }

    private void initiate() {
        MongoDatabase admin = members.getFirst().direct().getDatabase("admin");
        Mongod.initiate(admin, members.getFirst().address());
        Mongod.join(admin, members.stream().skip(1).map(Member::address).toList());
    }

    List<Member> members() {
        return members;
    }

    /** The one that takes writes, as far as anybody who answers knows. */
    Optional<Member> primary() {
        return members.stream().filter(Member::isPrimary).findFirst();
    }

    /** Waits until one is primary and the others follow it. */
    void awaitWhole() {
        Await.until("one primary and two secondaries", this::isWhole);
    }

    boolean isWhole() {
        return members.stream().filter(Member::isPrimary).count() == 1
                && members.stream().filter(Member::isSecondary).count() == MEMBERS - 1;
    }

    /** The way to the ledger by way of the proxies, whose lines can be cut. */
    String connectionString() {
        return "mongodb://%s/%s?replicaSet=oel&appName=%s"
                .formatted(
                        members.stream().map(Member::address).collect(Collectors.joining(",")),
                        DATABASE,
                        CuttingProxy.CUTTABLE);
    }

    @Override
    public void close() throws IOException {
        for (Member member : members) {
            member.close();
        }
    }
}
